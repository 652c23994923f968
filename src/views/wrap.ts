// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const colour = /\u001b\[\d+m/g;

/** Where a line may end: not between a number and its unit, which mean nothing without each other. */
const gap = /(?<!\d) +| +(?!(?:ms|s|min|h)(?![\w-]))/;

/** The columns that a text takes on a terminal, where colours take none. */
export function visibleLength(text: string): number {
  return text.replace(colour, '').length;
}

/**
 * Breaks text into lines of at most `width` characters, at spaces. A word that is longer stays whole: paths and
 * commands are there to be copied.
 * @param indent Put before every line, and counted.
 */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let length = indent.length;
    for (const word of paragraph.split(gap)) {
      const more = visibleLength(word);
      if (line !== '' && length + 1 + more > width) {
        lines.push(indent + line);
        line = word;
        length = indent.length + more;
      } else {
        length += line === '' ? more : more + 1;
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    lines.push(line === '' ? '' : indent + line);
  }
  return lines;
}

/** Cuts what is longer than `width`, and shows that it did. */
export function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}
