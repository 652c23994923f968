import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import { builtinSchedules } from '../../catalog/schedules.js';
import type { Diagnostic } from '../../errors/diagnostic.js';
import { SingleRecord } from '../state/single-record.js';
import type { StateDirectory } from '../state/state-directory.js';
import { stateFiles } from '../state/state-files.js';
import { deferralReason } from './deferral-reason.js';

/** Milliseconds after which no period keeps anything back: the longest month, and the hour that clocks are moved by. */
const LONGEST_PERIOD = (31 * 24 + 1) * 3_600_000;

/** Resources that one schedule keeps back in this run, for one reason. */
export interface Deferral {
  readonly schedule: string;
  /** `outside its range 2 - 4`, `already applied in this period: daily`. */
  readonly reason: string;
  readonly references: readonly string[];
}

/** Which resources may be looked at in this run, and when those that have a schedule were looked at last. */
export class Schedules {
  /** By schedule and reason. */
  readonly #deferrals = new Map<string, { schedule: string; reason: string; references: string[] }>();
  #altered = false;

  private constructor(
    private readonly file: SingleRecord<Map<string, number>>,
    private readonly catalog: Catalog,
    private readonly now: Date,
    /** Milliseconds since 1970, by reference. */
    private readonly last: Map<string, number>,
    /** What could not be read. */
    readonly warnings: readonly Diagnostic[],
  ) {}

  /**
   * Opens what earlier runs remembered; a catalog without schedules has nothing to open.
   * @param cleans Whether a file that cannot be read is put aside.
   * @throws {GlanceApplyError} `state.newer` where a newer version has written it.
   */
  static async open(
    directory: StateDirectory,
    catalog: Catalog,
    cleans: boolean,
    now: Date,
  ): Promise<Schedules> {
    const file = new SingleRecord(
      directory,
      stateFiles.schedules,
      parse,
      'what has a schedule is looked at once too often',
    );
    const used = catalog.resources.some(({ schedule }) => schedule !== undefined);
    const { content = new Map<string, number>(), warnings } = used
      ? await file.read(cleans)
      : { warnings: [] };
    return new Schedules(file, catalog, now, content, warnings);
  }

  /** Whether a resource is to be left alone in this run. */
  defers(resource: CatalogResource): boolean {
    return this.#reason(resource) !== undefined;
  }

  #reason({ schedule, reference }: CatalogResource): string | undefined {
    if (schedule === undefined) return undefined;
    const declared = this.catalog.find('schedule', schedule)?.wanted;
    const times = declared ?? builtinSchedules.get(schedule) ?? {};
    const last = this.last.get(reference);
    return deferralReason(times, last === undefined ? undefined : new Date(last), this.now);
  }

  /** Notes that a resource is left alone. */
  noteDeferral(resource: CatalogResource): void {
    const { schedule = '', reference } = resource;
    const reason = this.#reason(resource) ?? '';
    const key = JSON.stringify([schedule, reason]);
    const known = this.#deferrals.get(key);
    if (known === undefined) this.#deferrals.set(key, { schedule, reason, references: [reference] });
    else known.references.push(reference);
  }

  /** Notes that a resource was looked at, and is as wanted. */
  noteDone({ schedule, reference }: CatalogResource): void {
    if (schedule === undefined) return;
    this.last.set(reference, this.now.getTime());
    this.#altered = true;
  }

  /** All that was left alone, by schedule and reason. */
  get deferrals(): readonly Deferral[] {
    return [...this.#deferrals.values()];
  }

  /** Writes it down. What another manifest of this host has is kept, until no schedule could ask for it. */
  async close(): Promise<void> {
    if (!this.#altered) return;
    const now = this.now.getTime();
    const kept = [...this.last].filter(([, time]) => now - time < LONGEST_PERIOD);
    await this.file.write(Object.fromEntries(kept));
  }
}

function parse(value: unknown): Map<string, number> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const times = Object.entries(value);
  return times.every(([, time]) => typeof time === 'number') ? new Map(times) : undefined;
}
