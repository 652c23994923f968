import { Unreadable } from '../../engine/provider.js';
import type { DesiredLine } from './attributes.js';
import { type TextEncoding, TextFile } from './text-file.js';

/** A file as lines, and the desired line in the same characters. */
export interface LinesView {
  readonly file: TextFile;
  readonly desired: DesiredLine;
}

/** Files as lines, parsed once per encoding. */
export class LinesViews {
  readonly #files = new Map<string, TextFile | undefined>();

  constructor(private readonly contents: ReadonlyMap<string, Buffer | Error | undefined>) {}

  /** Returns the view of a file for a line; undefined if the file does not exist. */
  get(desired: DesiredLine): LinesView | Unreadable | undefined {
    const { path } = desired;
    const content = this.contents.get(path);
    if (content instanceof Error) return Unreadable.because(content);
    if (content === undefined) return undefined;
    const parse = (encoding: TextEncoding) => {
      const key = `${encoding} ${path}`;
      if (!this.#files.has(key)) this.#files.set(key, TextFile.parse(content, encoding));
      return this.#files.get(key);
    };
    return createView(content, desired, parse) ?? new Unreadable(describeWrongEncoding(desired));
  }
}

/** Creates a view; undefined if a pattern would have to match bytes that are not text in the encoding. */
export function createView(
  content: Buffer,
  desired: DesiredLine,
  parse = (encoding: TextEncoding) => TextFile.parse(content, encoding),
): LinesView | undefined {
  const file = parse(desired.encoding === 'utf-8' ? 'utf-8' : 'latin1');
  if (file !== undefined) return { file, desired };
  if (desired.match !== undefined || desired.after !== undefined) return undefined;
  // Without a pattern, lines are compared byte by byte, whatever the bytes mean.
  const bytes = parse('latin1');
  const { line = '' } = desired;
  return bytes && { file: bytes, desired: { ...desired, line: Buffer.from(line).toString('latin1') } };
}

/** The message about a file that is not text in the encoding of a line. */
export function describeWrongEncoding({ path, encoding }: DesiredLine): string {
  return `${path} is not text in ${encoding}; if it is written in another encoding, set encoding: 'iso-8859-1'`;
}
