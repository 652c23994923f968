import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import { builtinSchedules } from '../../catalog/schedules.js';
import type { Diagnostic } from '../../errors/diagnostic.js';
import { SingleRecord } from '../state/single-record.js';
import type { StateDirectory } from '../state/state-directory.js';
import { stateFiles } from '../state/state-files.js';
import { deferralReason } from './deferral-reason.js';

/** Milliseconds after which every period has passed: the longest month, and one hour for daylight saving time. */
const LONGEST_PERIOD = (31 * 24 + 1) * 3_600_000;

/** Resources that one schedule defers in this run, for one reason. */
export interface Deferral {
  readonly schedule: string;
  /** `outside its range 2 - 4`, `already applied in this period: daily`. */
  readonly reason: string;
  readonly references: readonly string[];
}

/** Decides which resources may be applied in this run, and records when those with a schedule were last applied. */
export class Schedules {
  /** By schedule and reason. */
  readonly #deferrals = new Map<string, { schedule: string; reason: string; references: string[] }>();
  #modified = false;

  private constructor(
    private readonly file: SingleRecord<Map<string, number>>,
    private readonly catalog: Catalog,
    private readonly now: Date,
    /** Milliseconds since 1970, by reference. */
    private readonly last: Map<string, number>,
    /** Warnings about records that could not be read. */
    readonly warnings: readonly Diagnostic[],
  ) {}

  /**
   * Reads the records of earlier runs; a catalog without schedules needs none.
   * @param movesUnreadable Whether a file that cannot be read is moved aside.
   * @throws {GlanceApplyError} `state.newer` if a newer version has written the file.
   */
  static async open(
    directory: StateDirectory,
    catalog: Catalog,
    movesUnreadable: boolean,
    now: Date,
  ): Promise<Schedules> {
    const file = new SingleRecord(
      directory,
      stateFiles.schedules,
      parse,
      'resources with a schedule are checked once more than their schedules allow',
    );
    const used = catalog.resources.some(({ schedule }) => schedule !== undefined);
    const { content = new Map<string, number>(), warnings } = used
      ? await file.read(movesUnreadable)
      : { warnings: [] };
    return new Schedules(file, catalog, now, content, warnings);
  }

  /** Whether a resource must not be applied in this run. */
  defers(resource: CatalogResource): boolean {
    return this.#reason(resource) !== undefined;
  }

  #reason({ schedule, reference }: CatalogResource): string | undefined {
    if (schedule === undefined) return undefined;
    const declared = this.catalog.find('schedule', schedule)?.desired;
    const times = declared ?? builtinSchedules.get(schedule) ?? {};
    const last = this.last.get(reference);
    return deferralReason(times, last === undefined ? undefined : new Date(last), this.now);
  }

  /** Records that a resource is deferred. */
  noteDeferral(resource: CatalogResource): void {
    const { schedule = '', reference } = resource;
    const reason = this.#reason(resource) ?? '';
    const key = JSON.stringify([schedule, reason]);
    const known = this.#deferrals.get(key);
    if (known === undefined) this.#deferrals.set(key, { schedule, reason, references: [reference] });
    else known.references.push(reference);
  }

  /** Records that a resource was checked and is in sync. */
  noteApplied({ schedule, reference }: CatalogResource): void {
    if (schedule === undefined) return;
    this.last.set(reference, this.now.getTime());
    this.#modified = true;
  }

  /** All deferred resources, by schedule and reason. */
  get deferrals(): readonly Deferral[] {
    return [...this.#deferrals.values()];
  }

  /** Writes the records. Those of other manifests of this host are kept until every period has passed. */
  async close(): Promise<void> {
    if (!this.#modified) return;
    const now = this.now.getTime();
    const current = [...this.last].filter(([, time]) => now - time < LONGEST_PERIOD);
    await this.file.write(Object.fromEntries(current));
  }
}

function parse(value: unknown): Map<string, number> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const times = Object.entries(value);
  return times.every(([, time]) => typeof time === 'number') ? new Map(times) : undefined;
}
