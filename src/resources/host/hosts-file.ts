import difference from 'lodash/difference.js';
import { RecordFile } from '../records/record-file.js';

/** An entry of `/etc/hosts`. */
export interface HostEntry {
  readonly ip: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The comment after the `#`; empty if there is none. */
  readonly comment: string;
}

const LINE = /^\s*([^\s#]+)\s+([^#]*[^#\s])\s*(?:#\s*(.*?)\s*)?$/;

/** A hosts file that is changed name by name; other lines keep their bytes and their position. */
export class HostsFile {
  readonly #file: RecordFile<HostEntry>;
  /** A name can be on several lines, like `localhost`. */
  readonly #byName = new Map<string, HostEntry[]>();

  constructor(text: string) {
    this.#file = new RecordFile(text, { parse: parseLine, format: formatLine });
    for (const entry of this.#file.records) this.#addToIndex(entry);
  }

  get text(): string {
    return this.#file.text;
  }

  /** The entries in their order. */
  get entries(): HostEntry[] {
    return this.#file.records;
  }

  /**
   * Finds the entry of a name: the one with this address, else one with an address of the same kind, else the first.
   */
  find(name: string, ip: string | undefined): HostEntry | undefined {
    const entries = this.#entriesOf(name);
    const kind = ip?.includes(':');
    return (
      this.findExactly(name, ip) ?? entries.find((entry) => entry.ip.includes(':') === kind) ?? entries[0]
    );
  }

  /** Finds the first entry with this name, and this address if one is given. */
  findExactly(name: string, ip: string | undefined): HostEntry | undefined {
    return this.#entriesOf(name, ip)[0];
  }

  /** Writes an entry at the position of the entry of its name, or at the end. */
  put(entry: HostEntry): void {
    const before = this.find(entry.name, entry.ip);
    this.#file.put(entry, before);
    if (before === undefined) this.#addToIndex(entry);
    else
      this.#byName.set(
        entry.name,
        this.#entriesOf(entry.name).map((one) => (one === before ? entry : one)),
      );
  }

  /** Removes the entries with this name, and this address if one is given. */
  remove(name: string, ip: string | undefined): void {
    const removed = this.#entriesOf(name, ip);
    for (const entry of removed) this.#file.remove(entry);
    this.#byName.set(name, difference(this.#entriesOf(name), removed));
  }

  #addToIndex(entry: HostEntry): void {
    const known = this.#byName.get(entry.name);
    if (known === undefined) this.#byName.set(entry.name, [entry]);
    else known.push(entry);
  }

  #entriesOf(name: string, ip?: string): readonly HostEntry[] {
    const entries = this.#byName.get(name) ?? [];
    return ip === undefined ? entries : entries.filter((entry) => entry.ip === ip);
  }
}

function parseLine(line: string): HostEntry | undefined {
  const [, ip, names, comment = ''] = LINE.exec(line) ?? [];
  const [name, ...aliases] = names?.split(/\s+/) ?? [];
  return ip === undefined || name === undefined ? undefined : { ip, name, aliases, comment };
}

function formatLine({ ip, name, aliases, comment }: HostEntry): string {
  const names = aliases.length === 0 ? [ip, name] : [ip, name, aliases.join(' ')];
  return [...names, ...(comment === '' ? [] : [`# ${comment}`])].join('\t');
}
