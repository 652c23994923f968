// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const colour = /\u001b\[\d+m/g;

/** Where a line can be broken: not between a number and its unit. */
const gap = /(?<!\d) +| +(?!(?:ms|s|min|h)(?![\w-]))/;

/** Returns the number of columns of a text on a terminal, without its colour codes. */
export function visibleLength(text: string): number {
  return text.replace(colour, '').length;
}

/**
 * Breaks text at spaces into lines of at most `width` characters. A longer word is not broken, so that paths and commands
 * can be copied.
 * @param indent The indentation of every line, which counts toward its width.
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

/** Truncates text that is longer than `width`, and marks it with an ellipsis. */
export function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}
