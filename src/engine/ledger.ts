import { createHash } from 'node:crypto';
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
    return new Ledger(directory, new Map(Object.entries(text === undefined ? {} : parse(text))));
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

  /** Writes it down where it changed; resources that left the manifest leave the ledger. */
  async close(references: ReadonlySet<string>): Promise<void> {
    for (const reference of this.#known.keys()) {
      if (references.has(reference)) continue;
      this.#known.delete(reference);
      this.#altered = true;
    }
    if (this.#altered)
      await this.directory.write(FILE, `${JSON.stringify(Object.fromEntries(this.#known))}\n`);
  }
}

function fingerprint({ wanted, secrets }: CatalogResource): string {
  const shown = secrets.size === 0 ? wanted : Object.entries(wanted).filter(([name]) => !secrets.has(name));
  return createHash('sha1').update(JSON.stringify(shown)).digest('base64').slice(0, 12);
}

/** A ledger that cannot be read is a new ledger: it makes messages better and decides nothing. */
function parse(text: string): Record<string, string> {
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return {};
  }
}
