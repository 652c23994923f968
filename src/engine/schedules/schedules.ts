import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import { builtinSchedules } from '../../catalog/schedules.js';
import type { StateDirectory } from '../state/state-directory.js';
import { admits, type Times } from './admits.js';

const FILE = 'schedules.json';

/** Resources that one schedule keeps back in this run. */
export interface KeptBack {
  readonly schedule: string;
  readonly references: readonly string[];
}

/** Which resources may be looked at in this run, and when those that have a schedule were looked at last. */
export class Schedules {
  readonly #keptBack = new Map<string, string[]>();
  #altered = false;

  private constructor(
    private readonly directory: StateDirectory,
    private readonly catalog: Catalog,
    /** Milliseconds since 1970, by reference. */
    private readonly last: Map<string, number>,
    private readonly now: Date,
  ) {}

  /** Opens what earlier runs remembered; a catalog without schedules has nothing to open. */
  static async open(directory: StateDirectory, catalog: Catalog, now = new Date()): Promise<Schedules> {
    const used = catalog.resources.some(({ schedule }) => schedule !== undefined);
    const last = used ? parse(await directory.read(FILE)) : new Map<string, number>();
    return new Schedules(directory, catalog, last, now);
  }

  /** Whether a resource is to be left alone in this run. */
  keepsBack({ schedule, reference }: CatalogResource): boolean {
    if (schedule === undefined) return false;
    const declared = this.catalog.find('schedule', schedule)?.wanted as Times | undefined;
    const times = declared ?? builtinSchedules.get(schedule) ?? {};
    const last = this.last.get(reference);
    return !admits(times, last === undefined ? undefined : new Date(last), this.now);
  }

  /** Notes that a resource is left alone. */
  noteKeptBack({ schedule = '', reference }: CatalogResource): void {
    const known = this.#keptBack.get(schedule);
    if (known === undefined) this.#keptBack.set(schedule, [reference]);
    else known.push(reference);
  }

  /** Notes that a resource was looked at, and is as wanted. */
  noteDone({ schedule, reference }: CatalogResource): void {
    if (schedule === undefined) return;
    this.last.set(reference, this.now.getTime());
    this.#altered = true;
  }

  /** All that was left alone, by schedule. */
  get keptBack(): readonly KeptBack[] {
    return [...this.#keptBack].map(([schedule, references]) => ({ schedule, references }));
  }

  /** Writes it down, without what is no longer in the manifest. */
  async close(): Promise<void> {
    if (!this.#altered) return;
    const scheduled = new Set(
      this.catalog.resources.flatMap(({ schedule, reference }) =>
        schedule === undefined ? [] : [reference],
      ),
    );
    const kept = [...this.last].filter(([reference]) => scheduled.has(reference));
    await this.directory.write(FILE, `${JSON.stringify(Object.fromEntries(kept))}\n`);
  }
}

/** What cannot be read was never done: a resource is looked at once too often rather than not at all. */
function parse(text: string | undefined): Map<string, number> {
  try {
    const known: unknown = JSON.parse(text ?? '{}');
    if (typeof known !== 'object' || known === null) return new Map();
    return new Map(Object.entries(known).filter(([, time]) => typeof time === 'number'));
  } catch {
    return new Map();
  }
}
