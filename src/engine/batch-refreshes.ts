import { MAX_ORIGINS, refreshTargets } from './refresh-targets.js';
import type { RunContext } from './run-context.js';

/** The journal entries of the refreshes that changes made together will cause. */
export class BatchRefreshes {
  readonly #targets: ReadonlyMap<number, readonly number[]>;

  constructor(
    private readonly context: Pick<RunContext, 'graph' | 'journal'>,
    nodes: readonly number[],
  ) {
    this.#targets = refreshTargets(context.graph, nodes);
  }

  /** Notes the refreshes, before the changes are made. */
  async note(): Promise<void> {
    const { graph, journal } = this.context;
    const causes = [...this.#targets].map(
      ([target, origins]) =>
        [graph.resource(target), origins.map((origin) => this.#reference(origin))] as const,
    );
    await journal.note(new Map(causes));
  }

  /**
   * Withdraws the refreshes that no alteration has caused.
   * @param altered The nodes of resources of which something was altered, or may have been.
   */
  async withdraw(altered: ReadonlySet<number>): Promise<void> {
    const uncaused = [...this.#targets].filter(
      ([, origins]) =>
        // With the maximum of origins there may be further ones, and one of those may have been altered.
        altered.size === 0 ||
        (origins.length < MAX_ORIGINS && !origins.some((origin) => altered.has(origin))),
    );
    await this.context.journal.withdraw(uncaused.map(([target]) => this.#reference(target)));
  }

  #reference(node: number): string {
    return this.context.graph.resource(node).reference;
  }
}
