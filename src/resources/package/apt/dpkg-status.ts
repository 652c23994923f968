import { messageOf } from '../../../errors/glance-apply-error.js';
import type { Host } from '../../../hosts/host.js';

/** A package as dpkg's database has it. */
export interface DpkgPackage {
  readonly name: string;
  readonly architecture: string;
  /** Empty for a package that was never there. */
  readonly version: string;
  /** What the administrator selected: `install`, `hold`, `deinstall`, `purge`. */
  readonly selection: string;
  /** `installed`, `config-files`, `half-configured`, … */
  readonly status: string;
  /** The names that it provides, as the field has them. */
  readonly provides: string;
}

/** Installed packages wait for triggers of others, and work meanwhile. */
const working = new Set(['installed', 'triggers-awaited', 'triggers-pending']);

/** Whether a package is unpacked, configured and usable. */
export function isInstalled(entry: DpkgPackage): boolean {
  return working.has(entry.status);
}

/** dpkg's database: what is installed, and what is left of what was. */
export class DpkgStatus {
  readonly #byName = new Map<string, DpkgPackage[]>();
  #byProvided: Map<string, DpkgPackage> | undefined;

  /** Later entries for the same package replace earlier ones. */
  constructor(entries: Iterable<DpkgPackage>) {
    for (const entry of entries) {
      const known = this.#byName.get(entry.name);
      if (known === undefined) this.#byName.set(entry.name, [entry]);
      else {
        const at = known.findIndex((other) => other.architecture === entry.architecture);
        known[at === -1 ? known.length : at] = entry;
      }
    }
  }

  /** The host's own architecture: that of dpkg itself. */
  get architecture(): string | undefined {
    return this.#byName.get('dpkg')?.[0]?.architecture;
  }

  /** The entry of a `name` of the host's own architecture, or of a `name:architecture`. */
  find(name: string): DpkgPackage | undefined {
    const colon = name.indexOf(':');
    const entries = this.#byName.get(colon === -1 ? name : name.slice(0, colon));
    const architecture = colon === -1 ? this.architecture : name.slice(colon + 1);
    return entries?.find((entry) => entry.architecture === architecture || entry.architecture === 'all');
  }

  /** An installed package that provides a virtual one. */
  findProvider(name: string): DpkgPackage | undefined {
    this.#byProvided ??= indexByProvidedName(this.entries());
    return this.#byProvided.get(name);
  }

  *entries(): Iterable<DpkgPackage> {
    for (const entries of this.#byName.values()) yield* entries;
  }
}

function indexByProvidedName(entries: Iterable<DpkgPackage>): Map<string, DpkgPackage> {
  const found = new Map<string, DpkgPackage>();
  for (const entry of entries) {
    if (entry.provides === '' || !isInstalled(entry)) continue;
    for (const provided of entry.provides.split(',')) {
      const name = /^\s*([^\s(]+)/.exec(provided)?.[1];
      if (name !== undefined && !found.has(name)) found.set(name, entry);
    }
  }
  return found;
}

/** Reads the text of dpkg's status file, and of the journal that dpkg keeps while it works. */
export function* parseStatus(text: string): Iterable<DpkgPackage> {
  for (const stanza of text.split('\n\n')) {
    const name = readField(stanza, 'Package');
    const [selection, , status] = (readField(stanza, 'Status') ?? '').split(' ');
    if (name === undefined || selection === undefined || status === undefined) continue;
    yield {
      name,
      architecture: readField(stanza, 'Architecture') ?? '',
      version: readField(stanza, 'Version') ?? '',
      selection,
      status,
      provides: readField(stanza, 'Provides') ?? '',
    };
  }
}

/** A field of one line. Searching is a hundred times cheaper than splitting megabytes into lines. */
function readField(stanza: string, name: string): string | undefined {
  const key = `${name}: `;
  let start = stanza.startsWith(key) ? 0 : stanza.indexOf(`\n${key}`);
  if (start === -1) return undefined;
  start += start === 0 && stanza.startsWith(key) ? key.length : key.length + 1;
  const end = stanza.indexOf('\n', start);
  return stanza.slice(start, end === -1 ? undefined : end);
}

const directory = '/var/lib/dpkg';

/** Reads dpkg's database without a process. A text says why it cannot be read. */
export async function readDpkgStatus(host: Host): Promise<DpkgStatus | string> {
  const journal = (await host.files.list(`${directory}/updates`).catch(() => undefined)) ?? [];
  const updates = journal.filter((name) => /^\d+$/.test(name)).map((name) => `${directory}/updates/${name}`);
  const [status, ...newer] = await host.files.read([`${directory}/status`, ...updates]);
  if (status === undefined) return `there is no dpkg on ${host.name}: ${directory}/status is missing`;
  if (status instanceof Error) return messageOf(status);
  const texts = [status, ...newer.filter((content) => Buffer.isBuffer(content))];
  return new DpkgStatus(parseStatus(texts.map((content) => content.toString('latin1')).join('\n\n')));
}
