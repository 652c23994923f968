/** A terminal shows nobody more of a line than this; what reads for machines (`--json`) gets all of it. Characters. */
const LONGEST_LINE = 4096;

/** Cuts the lines of a text that are too long to be read, and says how much of each was left out. */
export function truncateLines(text: string): string {
  if (text.length <= LONGEST_LINE) return text;
  return text.split('\n').map(truncateLine).join('\n');
}

function truncateLine(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  const left = line.slice(0, LONGEST_LINE);
  const uncoloured = left.includes('\u001b') ? '\u001b[0m' : '';
  return `${left}${uncoloured}… (${line.length - LONGEST_LINE} more characters of this line are not shown)`;
}
