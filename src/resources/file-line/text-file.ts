import { isUtf8 } from 'node:buffer';

/** The encodings of text files. Latin-1 takes any byte for a character, and gives it back as it was. */
export type TextEncoding = 'utf-8' | 'latin1';

/** A line, and what ends it: nothing at the end of a file without a final newline. */
export interface Line {
  readonly text: string;
  readonly ending: '' | '\n' | '\r\n';
}

const BOM = '\uFEFF';

/** A text file as lines. Written back unchanged, it is the same, byte by byte. */
export class TextFile {
  private constructor(
    readonly lines: readonly Line[],
    private readonly encoding: TextEncoding,
    private readonly mark: string,
    private readonly ending: '\n' | '\r\n',
  ) {}

  /** Reads lines out of bytes; undefined where they are no text in this encoding. */
  static parse(bytes: Buffer, encoding: TextEncoding): TextFile | undefined {
    if (encoding === 'utf-8' && !isUtf8(bytes)) return undefined;
    const text = bytes.toString(encoding);
    const mark = text.startsWith(BOM) ? BOM : '';
    const lines = [...text.slice(mark.length).matchAll(/([^\n]*?)(\r?\n|$)/gy)]
      .map(([, line = '', ending = '']): Line => ({ text: line, ending: ending as Line['ending'] }))
      .filter(({ text: line, ending }) => line !== '' || ending !== '');
    return new TextFile(lines, encoding, mark, lines[0]?.ending === '\r\n' ? '\r\n' : '\n');
  }

  /** A line of this file: with the ending that its first line has. */
  createLine(text: string): Line {
    return { text, ending: this.ending };
  }

  /** A line that another one may follow. */
  withEnding(line: Line): Line {
    return line.ending === '' ? { ...line, ending: this.ending } : line;
  }

  /** The same file with other lines. */
  withLines(lines: readonly Line[]): TextFile {
    return new TextFile(lines, this.encoding, this.mark, this.ending);
  }

  toBuffer(): Buffer {
    const text = this.lines.map(({ text: line, ending }) => line + ending).join('');
    return Buffer.from(this.mark + text, this.encoding);
  }
}
