import { decodeRecord, encodeRecord } from './record.js';

/** The folder of a log file, such as the state directory. */
interface LogFolder {
  read(name: string): Promise<string | undefined>;
  write(name: string, content: string): Promise<void>;
  append(name: string, content: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** A line of a log that cannot be read. */
export interface UnreadableLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly why: string;
  readonly newer: boolean;
}

/** Where a record may begin within a line that a killed process has cut off and the next process has appended to. */
const beginnings = /\{"\w+":/g;

/**
 * A file of the state directory to which records are appended, one per line. A record that is cut off, by a kill or a
 * full disk, never damages another one.
 */
export class RecordLog<T extends object> {
  /** Whether the file is known to end with a whole line. */
  #whole = false;

  constructor(
    private readonly directory: LogFolder,
    readonly name: string,
    /** Returns the record if a value is one. */
    private readonly parse: (value: unknown) => T | undefined,
  ) {}

  /** Reads the records, and the lines that are not records. */
  async read(): Promise<{ readonly records: readonly T[]; readonly unreadable: readonly UnreadableLine[] }> {
    const text = (await this.directory.read(this.name)) ?? '';
    this.#whole = text === '' || text.endsWith('\n');
    const records: T[] = [];
    const unreadable: UnreadableLine[] = [];
    for (const [index, line] of text.split('\n').entries()) {
      if (line === '') continue;
      const found = this.#decode(line);
      if (!('why' in found)) {
        records.push(found.record);
        continue;
      }
      const rescued = this.#rescue(line);
      records.push(...rescued.records);
      unreadable.push({
        line: index + 1,
        text: rescued.lost,
        why: found.why,
        newer: found.newer === true,
      });
    }
    return { records, unreadable };
  }

  /** Appends records; when the promise resolves, they are on the disk. */
  async append(records: readonly T[]): Promise<void> {
    const lead = this.#whole ? '' : '\n';
    this.#whole = false;
    await this.directory.append(this.name, lead + toLines(records));
    this.#whole = true;
  }

  /** Replaces all records at once. */
  async replace(records: readonly T[]): Promise<void> {
    await this.directory.write(this.name, toLines(records));
    this.#whole = true;
  }

  async remove(): Promise<void> {
    await this.directory.remove(this.name);
    this.#whole = true;
  }

  #decode(line: string): { readonly record: T } | { readonly why: string; readonly newer?: true } {
    const found = decodeRecord(line);
    if ('why' in found) return found;
    const record = this.parse(found.record);
    return record === undefined ? { why: `it is not a record of ${this.name}` } : { record };
  }

  /** Returns the record after one that was cut off on the same line, and the rest of the line. */
  #rescue(line: string): { readonly records: readonly T[]; readonly lost: string } {
    for (const { index } of line.matchAll(beginnings)) {
      const found = index === 0 ? undefined : this.#decode(line.slice(index));
      if (found !== undefined && 'record' in found)
        return { records: [found.record], lost: line.slice(0, index) };
    }
    return { records: [], lost: line };
  }
}

function toLines(records: readonly object[]): string {
  return records.map((record) => `${encodeRecord(record)}\n`).join('');
}
