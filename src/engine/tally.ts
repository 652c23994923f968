import type { Outcome, ResourceReport, Summary } from './report.js';

/** Counts the results of steps, and collects the reports of all that are not unchanged. */
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

  /** Counts a report. Returns the number of reports so far. */
  add(report: ResourceReport): number {
    this.#counts[report.outcome]++;
    if (report.refresh !== 'no' && report.refresh !== 'failed') this.#refreshed++;
    if (report.outcome !== 'unchanged') this.#reports.push(report);
    return ++this.#total;
  }

  get summary(): Summary {
    return { ...this.#counts, total: this.#total, refreshed: this.#refreshed };
  }

  /** The reports that are not unchanged, in the order in which the steps ended. */
  get reports(): readonly ResourceReport[] {
    return this.#reports;
  }
}
