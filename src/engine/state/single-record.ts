import { type Diagnostic, warning } from '../../errors/diagnostic.js';
import { raise } from '../../errors/glance-apply-error.js';
import { decodeRecord, encodeRecord } from './record.js';
import type { StateDirectory } from './state-directory.js';
import { asideName } from './state-files.js';

/** The result of reading a file with a single record. */
export interface ReadRecord<T> {
  /** Undefined if the file does not exist or cannot be read. */
  readonly content: T | undefined;
  /** Warnings about a file that could not be read. */
  readonly warnings: readonly Diagnostic[];
}

/** A file of the state directory that contains one record and is written as a whole. */
export class SingleRecord<T> {
  constructor(
    private readonly directory: StateDirectory,
    readonly name: string,
    /** Returns the content if a value is one. */
    private readonly parse: (value: unknown) => T | undefined,
    /** The consequence of losing the file; completes "a new one is created: …". */
    private readonly loss: string,
  ) {}

  /**
   * Reads the file.
   * @param movesUnreadable Whether a file that cannot be read is moved aside.
   * @throws {GlanceApplyError} `state.newer` if a newer version has written it.
   */
  async read(movesUnreadable: boolean): Promise<ReadRecord<T>> {
    const text = await this.directory.read(this.name);
    if (text === undefined) return { content: undefined, warnings: [] };
    const found = decodeRecord(text.trimEnd());
    const content = 'why' in found ? undefined : this.parse(found.record);
    if (content !== undefined) return { content, warnings: [] };
    const message = `${this.directory.file(this.name)} cannot be read: ${'why' in found ? found.why : 'it is not in the expected format'}`;
    if ('newer' in found)
      return raise('state.newer', message, { hint: `run that version, or remove the file: ${this.loss}` });
    const aside = asideName(this.name);
    if (movesUnreadable) await this.directory.write(aside, text);
    const moved = movesUnreadable ? `, and the old one was moved to ${this.directory.file(aside)}` : '';
    const hint = `a new one is created${moved}: ${this.loss}`;
    return { content: undefined, warnings: [warning('state.unreadable', message, { hint })] };
  }

  /** Replaces the file. */
  write(content: object): Promise<void> {
    return this.directory.write(this.name, `${encodeRecord(content)}\n`);
  }
}
