import { isUtf8 } from 'node:buffer';

/** The encodings of text files. Latin-1 maps every byte to a character and back. */
export type TextEncoding = 'utf-8' | 'latin1';

/** A line with its line break; '' at the end of a file without a final newline. */
export interface Line {
  readonly text: string;
  readonly ending: '' | '\n' | '\r\n';
}

const BOM = '\uFEFF';

/** A text file as lines. If no line is changed, the bytes stay the same. */
export class TextFile {
  private constructor(
    readonly lines: readonly Line[],
    private readonly encoding: TextEncoding,
    private readonly mark: string,
    private readonly ending: '\n' | '\r\n',
  ) {}

  /** Parses bytes into lines; undefined if they are not text in this encoding. */
  static parse(bytes: Buffer, encoding: TextEncoding): TextFile | undefined {
    if (encoding === 'utf-8' && !isUtf8(bytes)) return undefined;
    const text = bytes.toString(encoding);
    const mark = text.startsWith(BOM) ? BOM : '';
    const lines = [...text.slice(mark.length).matchAll(/([^\n]*?)(\r?\n|$)/gy)]
      .map(([, line = '', ending = '']): Line => ({ text: line, ending: ending as Line['ending'] }))
      .filter(({ text: line, ending }) => line !== '' || ending !== '');
    return new TextFile(lines, encoding, mark, lines[0]?.ending === '\r\n' ? '\r\n' : '\n');
  }

  /** Creates a line with the line break that the first line of the file has. */
  createLine(text: string): Line {
    return { text, ending: this.ending };
  }

  /** Returns the line with a line break, so that another one can follow. */
  withEnding(line: Line): Line {
    return line.ending === '' ? { ...line, ending: this.ending } : line;
  }

  /** Returns the same file with other lines. */
  withLines(lines: readonly Line[]): TextFile {
    return new TextFile(lines, this.encoding, this.mark, this.ending);
  }

  toBuffer(): Buffer {
    const text = this.lines.map(({ text: line, ending }) => line + ending).join('');
    return Buffer.from(this.mark + text, this.encoding);
  }
}
