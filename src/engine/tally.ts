import type { Outcome, ResourceReport, Summary } from './report.js';

/** Counts the results of steps, and keeps the reports of all that is not unchanged. */
export class Tally {
  readonly #counts: Record<Outcome, number> = {
    unchanged: 0,
    changed: 0,
    will: 0,
    may: 0,
    failed: 0,
    skipped: 0,
  };
  readonly #reports: ResourceReport[] = [];
  #refreshed = 0;
  #total = 0;

  /** Counts one; returns how many there are now. */
  add(report: ResourceReport): number {
    this.#counts[report.outcome]++;
    if (report.refresh !== 'no' && report.refresh !== 'failed') this.#refreshed++;
    if (report.outcome !== 'unchanged') this.#reports.push(report);
    return ++this.#total;
  }

  get summary(): Summary {
    return { ...this.#counts, total: this.#total, refreshed: this.#refreshed };
  }

  /** Everything that is not unchanged, in the order in which it ended. */
  get reports(): readonly ResourceReport[] {
    return this.#reports;
  }
}
