/** The longest line that is shown on a terminal, in characters. Events (`--json`) are not truncated. */
const LONGEST_LINE = 4096;

/** Truncates the lines of a text that are too long to read, and appends how much of each line was omitted. */
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
