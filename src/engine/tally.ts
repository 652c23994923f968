import type { Outcome, ResourceReport, Summary } from './report.js';

/** Counts endings, and keeps the reports that are worth keeping. */
export class Tally {
  readonly #counts: Record<Outcome, number> = {
    unchanged: 0,
    changed: 0,
    will: 0,
    may: 0,
    failed: 0,
    skipped: 0,
  };
  readonly #kept: ResourceReport[] = [];
  #refreshed = 0;
  #total = 0;

  /** Counts one; gives how many there are now. */
  add(report: ResourceReport): number {
    this.#counts[report.outcome]++;
    if (report.refresh !== 'no' && report.refresh !== 'failed') this.#refreshed++;
    if (report.outcome !== 'unchanged') this.#kept.push(report);
    return ++this.#total;
  }

  get summary(): Summary {
    return { ...this.#counts, total: this.#total, refreshed: this.#refreshed };
  }

  /** Everything that is not unchanged, in the order in which it ended. */
  get kept(): readonly ResourceReport[] {
    return this.#kept;
  }
}
