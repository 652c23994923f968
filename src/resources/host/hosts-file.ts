import difference from 'lodash/difference.js';
import { RecordFile } from '../records/record-file.js';

/** What a line of `/etc/hosts` says. */
export interface HostEntry {
  readonly ip: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What stands behind the `#`; empty where nothing does. */
  readonly comment: string;
}

const LINE = /^\s*([^\s#]+)\s+([^#]*[^#\s])\s*(?:#\s*(.*?)\s*)?$/;

/** A hosts file that is changed name by name; lines that are not concerned keep their bytes and their place. */
export class HostsFile {
  readonly #file: RecordFile<HostEntry>;
  /** A name may stand in several lines, as that of `localhost` does. */
  readonly #byName = new Map<string, HostEntry[]>();

  constructor(text: string) {
    this.#file = new RecordFile(text, { parse: parseLine, format: formatLine });
    for (const entry of this.#file.records) this.#know(entry);
  }

  get text(): string {
    return this.#file.text;
  }

  /** What the lines say, in their order. */
  get entries(): HostEntry[] {
    return this.#file.records;
  }

  /**
   * The line that is about a name: the one with this address, else one with an address of the same kind, else the
   * first.
   */
  find(name: string, ip: string | undefined): HostEntry | undefined {
    const entries = this.#entriesOf(name);
    const kind = ip?.includes(':');
    return (
      this.findExactly(name, ip) ?? entries.find((entry) => entry.ip.includes(':') === kind) ?? entries[0]
    );
  }

  /** The first line that has this name, and this address where one is given. */
  findExactly(name: string, ip: string | undefined): HostEntry | undefined {
    return this.#entriesOf(name, ip)[0];
  }

  /** Writes an entry in the place of the line that is about its name, or at the end. */
  put(entry: HostEntry): void {
    const before = this.find(entry.name, entry.ip);
    this.#file.put(entry, before);
    if (before === undefined) this.#know(entry);
    else
      this.#byName.set(
        entry.name,
        this.#entriesOf(entry.name).map((one) => (one === before ? entry : one)),
      );
  }

  /** Takes out the lines that have this name, and this address where one is given. */
  remove(name: string, ip: string | undefined): void {
    const gone = this.#entriesOf(name, ip);
    for (const entry of gone) this.#file.remove(entry);
    this.#byName.set(name, difference(this.#entriesOf(name), gone));
  }

  #know(entry: HostEntry): void {
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
  const named = aliases.length === 0 ? [ip, name] : [ip, name, aliases.join(' ')];
  return [...named, ...(comment === '' ? [] : [`# ${comment}`])].join('\t');
}
