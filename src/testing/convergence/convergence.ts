import type { Catalog } from '../../catalog/catalog.js';
import type { RunEvent } from '../../engine/events.js';
import type { Outcome, Report, ResourceReport } from '../../engine/report.js';
import type { ConvergeOptions } from './converge-options.js';

/** How the host of a convergence is run against again. */
export type RunAgain = (catalog: Catalog, options: ConvergeOptions) => Promise<Convergence>;

/** One run of the engine against a simulated host. References read as in messages: `Service[glance-api]`. */
export class Convergence {
  readonly #again: RunAgain;

  constructor(
    readonly catalog: Catalog,
    readonly report: Report,
    readonly events: readonly RunEvent[],
    again: RunAgain,
  ) {
    this.#again = again;
  }

  /** Every native resource, in the order in which their turns ended. */
  get order(): readonly string[] {
    return this.events.flatMap((event) =>
      event.type === 'resource-finished' ? [event.resource.reference] : [],
    );
  }

  /** What was not as wanted and was changed, or in a plan will be, in order. */
  get changed(): readonly string[] {
    return this.#where(
      ({ outcome, changes }) => (outcome === 'changed' || outcome === 'will') && changes.length > 0,
    );
  }

  /** What was refreshed, or in a plan will be, in order. */
  get refreshed(): readonly string[] {
    return this.#where(({ refresh }) => refresh === 'done' || refresh === 'will');
  }

  get failed(): readonly string[] {
    return this.#where(({ outcome }) => outcome === 'failed');
  }

  /** What had no turn, because something that it depends on failed. */
  get skipped(): readonly string[] {
    return this.#where(({ outcome }) => outcome === 'skipped');
  }

  /** What a plan can say nothing certain of. */
  get uncertain(): readonly string[] {
    return this.#where(({ outcome, refresh }) => outcome === 'may' || refresh === 'may');
  }

  /** What the run has to say of a resource; undefined where it was as wanted, or is not there. */
  reportOf(reference: string): ResourceReport | undefined {
    return this.report.resources.find((one) => one.reference === reference);
  }

  /** What became of a resource; undefined where the catalog has none of this reference. */
  outcomeOf(reference: string): Outcome | undefined {
    const told = this.reportOf(reference)?.outcome;
    return told ?? (this.order.includes(reference) ? 'unchanged' : undefined);
  }

  /** Runs the same catalog once more on the host as this run left it; what failed no longer does, unless it is said again. */
  again(options: ConvergeOptions = {}): Promise<Convergence> {
    return this.#again(this.catalog, options);
  }

  /** Runs another catalog on the host as this run left it: what a change of data or a new release would do. */
  next(catalog: Catalog, options: ConvergeOptions = {}): Promise<Convergence> {
    return this.#again(catalog, options);
  }

  #where(condition: (one: ResourceReport) => boolean): readonly string[] {
    return this.report.resources.filter(condition).map(({ reference }) => reference);
  }
}
