import type { Catalog } from '../../catalog/catalog.js';
import type { RunEvent } from '../../engine/events.js';
import type { Outcome, Report, ResourceReport } from '../../engine/report.js';
import type { ConvergeOptions } from './converge-options.js';

/** Runs a catalog again on the host of a convergence. */
export type RunAgain = (catalog: Catalog, options: ConvergeOptions) => Promise<Convergence>;

/** One run of the engine on a simulated host. References are formatted as in messages: `Service[glance-api]`. */
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

  /** Every native resource, in the order in which their steps ended. */
  get order(): readonly string[] {
    return this.events.flatMap((event) =>
      event.type === 'resource-finished' ? [event.resource.reference] : [],
    );
  }

  /** What was changed, or in a plan will be changed, in order. */
  get changed(): readonly string[] {
    return this.#where(
      ({ outcome, changes }) => (outcome === 'changed' || outcome === 'will') && changes.length > 0,
    );
  }

  /** What was refreshed, or in a plan will be refreshed, in order. */
  get refreshed(): readonly string[] {
    return this.#where(({ refresh }) => refresh === 'done' || refresh === 'will');
  }

  get failed(): readonly string[] {
    return this.#where(({ outcome }) => outcome === 'failed');
  }

  /** What was skipped because something that it depends on failed. */
  get skipped(): readonly string[] {
    return this.#where(({ outcome }) => outcome === 'skipped');
  }

  /** What a plan cannot predict. */
  get uncertain(): readonly string[] {
    return this.#where(({ outcome, refresh }) => outcome === 'may' || refresh === 'may');
  }

  /** Returns the report of a resource; undefined if it was in sync or is not in the catalog. */
  reportOf(reference: string): ResourceReport | undefined {
    return this.report.resources.find((one) => one.reference === reference);
  }

  /** Returns the outcome of a resource; undefined if it is not in the catalog. */
  outcomeOf(reference: string): Outcome | undefined {
    const told = this.reportOf(reference)?.outcome;
    return told ?? (this.order.includes(reference) ? 'unchanged' : undefined);
  }

  /** Runs the same catalog again on the host as this run left it. Failures do not persist: give `fail` again. */
  again(options: ConvergeOptions = {}): Promise<Convergence> {
    return this.#again(this.catalog, options);
  }

  /** Runs another catalog on the host as this run left it, such as one with other data or for a new release. */
  next(catalog: Catalog, options: ConvergeOptions = {}): Promise<Convergence> {
    return this.#again(catalog, options);
  }

  #where(condition: (one: ResourceReport) => boolean): readonly string[] {
    return this.report.resources.filter(condition).map(({ reference }) => reference);
  }
}
