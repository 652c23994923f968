import { type Diagnostic, warning } from '../../errors/diagnostic.js';
import { raise } from '../../errors/glance-apply-error.js';
import { decodeRecord, encodeRecord } from './record.js';
import type { StateDirectory } from './state-directory.js';
import { asideName } from './state-files.js';

/** What a file of the state directory that holds one record said. */
export interface ReadRecord<T> {
  /** Undefined where there is no such file, or where it cannot be read. */
  readonly content: T | undefined;
  /** What could not be read. */
  readonly warnings: readonly Diagnostic[];
}

/** A file of the state directory that holds one record and is written as a whole. */
export class SingleRecord<T> {
  constructor(
    private readonly directory: StateDirectory,
    readonly name: string,
    /** Gives the content where a value is one. */
    private readonly parse: (value: unknown) => T | undefined,
    /** What is lost with the file: completes "a new one is started: …". */
    private readonly loss: string,
  ) {}

  /**
   * Reads it.
   * @param cleans Whether a file that cannot be read is put aside.
   * @throws {GlanceApplyError} `state.newer` where a newer version has written it.
   */
  async read(cleans: boolean): Promise<ReadRecord<T>> {
    const text = await this.directory.read(this.name);
    if (text === undefined) return { content: undefined, warnings: [] };
    const found = decodeRecord(text.trimEnd());
    const content = 'why' in found ? undefined : this.parse(found.record);
    if (content !== undefined) return { content, warnings: [] };
    const message = `${this.directory.file(this.name)} cannot be read: ${'why' in found ? found.why : 'it is of another shape'}`;
    if ('newer' in found)
      return raise('state.newer', message, { hint: `run that version, or remove the file: ${this.loss}` });
    const aside = asideName(this.name);
    if (cleans) await this.directory.write(aside, text);
    const kept = cleans ? `, and the old one kept as ${this.directory.file(aside)}` : '';
    const hint = `a new one is started${kept}: ${this.loss}`;
    return { content: undefined, warnings: [warning('state.unreadable', message, { hint })] };
  }

  /** Replaces it. */
  write(content: object): Promise<void> {
    return this.directory.write(this.name, `${encodeRecord(content)}\n`);
  }
}
