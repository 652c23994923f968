import { ORIGINS, refreshTargets } from './refresh-targets.js';
import type { RunContext } from './run-context.js';

/** The refreshes that follow from changes which are made together, as they are noted in the journal. */
export class PendingRefreshes {
  readonly #targets: ReadonlyMap<number, readonly number[]>;

  constructor(
    private readonly context: Pick<RunContext, 'graph' | 'journal'>,
    nodes: readonly number[],
  ) {
    this.#targets = refreshTargets(context.graph, nodes);
  }

  /** Notes them, before the changes are made. */
  async note(): Promise<void> {
    const { graph, journal } = this.context;
    const noted = [...this.#targets].map(
      ([target, origins]) =>
        [graph.resource(target), origins.map((origin) => this.#reference(origin))] as const,
    );
    await journal.note(new Map(noted));
  }

  /**
   * Withdraws those that follow from nothing that was altered.
   * @param altered The nodes of which something was altered, or may have been.
   */
  async withdraw(altered: ReadonlySet<number>): Promise<void> {
    const idle = [...this.#targets].filter(
      ([, origins]) =>
        // Where there may be more origins than were kept, one of those may have been altered.
        altered.size === 0 || (origins.length < ORIGINS && !origins.some((origin) => altered.has(origin))),
    );
    await this.context.journal.withdraw(idle.map(([target]) => this.#reference(target)));
  }

  #reference(node: number): string {
    return this.context.graph.resource(node).reference;
  }
}
