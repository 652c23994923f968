import { Unreadable } from '../../../engine/provider.js';
import type { Host } from '../../../hosts/host.js';
import { requireReadable } from '../../tools/require-readable.js';

/** A package in dpkg's database. */
export interface DpkgPackage {
  readonly name: string;
  readonly architecture: string;
  /** Empty for a package that was never installed. */
  readonly version: string;
  /** The administrator's selection: `install`, `hold`, `deinstall`, `purge`. */
  readonly selection: string;
  /** `installed`, `config-files`, `half-configured`, … */
  readonly status: string;
  /** The names that it provides, in the form of the field. */
  readonly provides: string;
}

/** An installed package that waits for the triggers of others is usable. */
const usableStatuses = new Set(['installed', 'triggers-awaited', 'triggers-pending']);

/** Returns whether a package is unpacked, configured and usable. */
export function isInstalled(entry: DpkgPackage): boolean {
  return usableStatuses.has(entry.status);
}

/** dpkg's database: installed packages, and the residue of removed ones. */
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

  /** The native architecture of the host: that of dpkg itself. */
  get architecture(): string | undefined {
    return this.#byName.get('dpkg')?.[0]?.architecture;
  }

  /** Returns the entry of a `name` in the native architecture, or of a `name:architecture`. */
  find(name: string): DpkgPackage | undefined {
    const colon = name.indexOf(':');
    const entries = this.#byName.get(colon === -1 ? name : name.slice(0, colon));
    const architecture = colon === -1 ? this.architecture : name.slice(colon + 1);
    return entries?.find((entry) => entry.architecture === architecture || entry.architecture === 'all');
  }

  /** Returns an installed package that provides a virtual one. */
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

/** Parses dpkg's status file, and the journal that dpkg writes while it is working. */
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

/** Returns a field of one line. Searching is a hundred times faster than splitting megabytes into lines. */
function readField(stanza: string, name: string): string | undefined {
  const key = `${name}: `;
  let start = stanza.startsWith(key) ? 0 : stanza.indexOf(`\n${key}`);
  if (start === -1) return undefined;
  start += start === 0 && stanza.startsWith(key) ? key.length : key.length + 1;
  const end = stanza.indexOf('\n', start);
  return stanza.slice(start, end === -1 ? undefined : end);
}

const directory = '/var/lib/dpkg';

/** Reads dpkg's database without a process. */
export async function readDpkgStatus(host: Host): Promise<DpkgStatus | Unreadable> {
  const journal = (await host.files.list(`${directory}/updates`).catch(() => undefined)) ?? [];
  const updates = journal.filter((name) => /^\d+$/.test(name)).map((name) => `${directory}/updates/${name}`);
  const [status, ...newer] = await host.files.read([`${directory}/status`, ...updates]);
  if (status === undefined)
    return new Unreadable(`dpkg is not installed on ${host.name}: ${directory}/status does not exist`);
  if (status instanceof Error) return Unreadable.because(status);
  const texts = [status, ...newer.filter((content) => Buffer.isBuffer(content))];
  return new DpkgStatus(parseStatus(texts.map((content) => content.toString('latin1')).join('\n\n')));
}

/**
 * Reads dpkg's database as `readDpkgStatus` does.
 * @throws {GlanceApplyError} if it cannot be read.
 */
export async function requireDpkgStatus(host: Host): Promise<DpkgStatus> {
  return requireReadable(await readDpkgStatus(host), 'dpkg.unreadable');
}
