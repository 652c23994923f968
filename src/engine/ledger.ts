import type { CatalogResource } from '../catalog/catalog.js';
import type { StateDirectory } from './state-directory.js';

const FILE = 'ledger.json';

/**
 * What the last runs brought about: for each resource a fingerprint of what was wanted of it. It tells drift
 * (somebody changed the host) from a new manifest (somebody changed what is wanted). Secrets are not part of a
 * fingerprint: a short one could be guessed from it.
 */
export class Ledger {
  readonly #known: Map<string, string>;
  #altered = false;

  private constructor(
    private readonly directory: StateDirectory,
    known: Map<string, string>,
  ) {
    this.#known = known;
  }

  static async open(directory: StateDirectory): Promise<Ledger> {
    const text = await directory.read(FILE);
    return new Ledger(directory, text === undefined ? new Map() : parse(text));
  }

  /** Whether the resource was last brought to just what is wanted now, so that a difference is drift. */
  isDrift(resource: CatalogResource): boolean {
    const known = this.#known.get(resource.reference);
    return known !== undefined && known === fingerprint(resource);
  }

  /** Notes that a resource is as wanted. */
  note(resource: CatalogResource): void {
    const current = fingerprint(resource);
    if (this.#known.get(resource.reference) === current) return;
    this.#known.set(resource.reference, current);
    this.#altered = true;
  }

  /** Forgets a resource: whether it is as wanted is not known. */
  forget(resource: CatalogResource): void {
    this.#altered = this.#known.delete(resource.reference) || this.#altered;
  }

  /** Writes it down where it changed; resources that left the manifest leave the ledger. */
  async close(references: ReadonlySet<string>): Promise<void> {
    for (const reference of this.#known.keys()) {
      if (references.has(reference)) continue;
      this.#known.delete(reference);
      this.#altered = true;
    }
    if (this.#altered) await this.directory.write(FILE, `${JSON.stringify([...this.#known].flat())}\n`);
  }
}

function fingerprint({ wanted, secrets }: CatalogResource): string {
  const shown = secrets.size === 0 ? wanted : Object.entries(wanted).filter(([name]) => !secrets.has(name));
  return digest(JSON.stringify(shown));
}

/**
 * 64 bits that tell texts apart that nobody has made to look alike, for a fraction of what a cryptographic hash costs
 * for texts as short as these: FNV-1a in two lanes, the second over what the first has mixed.
 */
function digest(text: string): string {
  let one = 0x811c9dc5;
  let two = text.length;
  for (let index = 0; index < text.length; index++) {
    one = Math.imul(one ^ text.charCodeAt(index), 0x01000193);
    two = Math.imul(two ^ (one >>> 13), 0x85ebca6b);
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36).padStart(7, '0');
}

/** References and fingerprints by turns. One that cannot be read is a new ledger: it decides nothing. */
function parse(text: string): Map<string, string> {
  const known = new Map<string, string>();
  try {
    const entries = JSON.parse(text) as unknown;
    if (!Array.isArray(entries)) return known;
    for (let index = 1; index < entries.length; index += 2) known.set(entries[index - 1], entries[index]);
  } catch {
    // Torn by a run that was killed, or by hand.
  }
  return known;
}
