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
  /** What was taken out leaves a hole, so that places stay as they are. */
  readonly #lines: (string | undefined)[];
  readonly #entries = new Map<number, HostEntry>();
  /** Places by name: a name may stand in several lines, as that of `localhost` does. */
  readonly #places = new Map<string, number[]>();

  constructor(text: string) {
    this.#lines = text.split('\n');
    if (this.#lines.at(-1) === '') this.#lines.pop();
    for (const [place, line] of this.#lines.entries()) {
      const entry = parseLine(line ?? '');
      if (entry !== undefined) this.#know(place, entry);
    }
  }

  get text(): string {
    return this.#lines.map((line) => (line === undefined ? '' : `${line}\n`)).join('');
  }

  /** What the lines say, in their order. */
  get entries(): HostEntry[] {
    return [...this.#entries].sort(([one], [other]) => one - other).map(([, entry]) => entry);
  }

  /**
   * The line that is about a name: the one with this address, else one with an address of the same kind, else the
   * first.
   */
  find(name: string, ip: string | undefined): HostEntry | undefined {
    return this.#entries.get(this.#placeOf(name, ip));
  }

  /** The first line that has this name, and this address where one is given. */
  findExactly(name: string, ip: string | undefined): HostEntry | undefined {
    return this.#entries.get(this.#placesOf(name, ip)[0] ?? -1);
  }

  /** Writes an entry in the place of the line that is about its name, or at the end. */
  put(entry: HostEntry): void {
    const found = this.#placeOf(entry.name, entry.ip);
    const place = found < 0 ? this.#lines.length : found;
    this.#lines[place] = printLine(entry);
    if (found < 0) this.#know(place, entry);
    else this.#entries.set(place, entry);
  }

  /** Takes out the lines that have this name, and this address where one is given. */
  remove(name: string, ip: string | undefined): void {
    for (const place of this.#placesOf(name, ip)) {
      this.#lines[place] = undefined;
      this.#entries.delete(place);
    }
  }

  #know(place: number, entry: HostEntry): void {
    this.#entries.set(place, entry);
    const places = this.#places.get(entry.name);
    if (places === undefined) this.#places.set(entry.name, [place]);
    else places.push(place);
  }

  #placesOf(name: string, ip?: string): number[] {
    return (this.#places.get(name) ?? []).filter((place) => {
      const entry = this.#entries.get(place);
      return entry !== undefined && (ip === undefined || entry.ip === ip);
    });
  }

  #placeOf(name: string, ip: string | undefined): number {
    const places = this.#placesOf(name);
    const kind = ip?.includes(':');
    const like = places.find((place) => this.#entries.get(place)?.ip.includes(':') === kind);
    return this.#placesOf(name, ip)[0] ?? like ?? places[0] ?? -1;
  }
}

function parseLine(line: string): HostEntry | undefined {
  const [, ip, names, comment = ''] = LINE.exec(line) ?? [];
  const [name, ...aliases] = names?.split(/\s+/) ?? [];
  return ip === undefined || name === undefined ? undefined : { ip, name, aliases, comment };
}

function printLine({ ip, name, aliases, comment }: HostEntry): string {
  const named = aliases.length === 0 ? [ip, name] : [ip, name, aliases.join(' ')];
  return [...named, ...(comment === '' ? [] : [`# ${comment}`])].join('\t');
}
