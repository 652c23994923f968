/** A word of a line, without its quotes. */
export interface Word {
  readonly text: string;
  /** Offset of its first character in the line. */
  readonly offset: number;
}

/** The words of a line, and what was noticed about its comment. */
export interface SplitLine {
  readonly words: readonly Word[];
  /** The offset of a `#` that begins a comment within a word; undefined if the comment follows a space. */
  readonly cutAt: number | undefined;
}

/** Thrown for a line whose quotes are not closed. */
export class UnfinishedLine extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const SPACES = ' \t\r\n';

/**
 * Splits a line into words like Python's `shlex.split` with comments, which reads the host lines of INI inventories:
 * quotes may begin within a word, a backslash escapes, and `#` begins a comment even within a word.
 * @throws {UnfinishedLine}
 */
export function splitWords(line: string): SplitLine {
  const words: Word[] = [];
  let start = -1;
  let text = '';
  /** The quote that is open, with its offset. */
  let quote: { readonly sign: string; readonly offset: number } | undefined;
  const end = () => {
    if (start >= 0) words.push({ text, offset: start });
    start = -1;
    text = '';
  };
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (quote !== undefined) {
      if (sign === quote.sign) quote = undefined;
      else if (sign === '\\' && quote.sign === '"') {
        at += 1;
        if (at >= line.length) break;
        const next = line.charAt(at);
        text += next === '"' || next === '\\' ? next : `\\${next}`;
      } else text += sign;
    } else if (SPACES.includes(sign)) end();
    else if (sign === '#') {
      const cutAt = start >= 0 ? at : undefined;
      end();
      return { words, cutAt };
    } else {
      if (start < 0) start = at;
      if (sign === '"' || sign === "'") quote = { sign, offset: at };
      else if (sign === '\\') {
        at += 1;
        if (at >= line.length) throw new UnfinishedLine('the line ends with a backslash', at - 1);
        text += line.charAt(at);
      } else text += sign;
    }
  }
  if (quote !== undefined) throw new UnfinishedLine('a quote is not closed', quote.offset);
  end();
  return { words, cutAt: undefined };
}
