import type { OutgoingGate, RemoteNote } from './gates/gate.js';
import { nameOnHost } from './gates/host-gates.js';
import { MAX_ORIGINS, type RefreshTargets, refreshTargets } from './refresh-targets.js';
import type { RunContext } from './run-context.js';

/** The journal entries of the refreshes that changes made together will cause, on this host and on others. */
export class BatchRefreshes {
  readonly #targets: RefreshTargets;
  readonly #remote = new Map<OutgoingGate, RemoteNote>();

  constructor(
    private readonly context: Pick<RunContext, 'graph' | 'journal' | 'gates' | 'hostName'>,
    nodes: readonly number[],
  ) {
    this.#targets = refreshTargets(context.graph, nodes, context.gates);
  }

  /** Notes the refreshes, before the changes are made. */
  async note(): Promise<void> {
    const { graph, journal } = this.context;
    const causes = [...this.#targets.resources].map(
      ([target, origins]) => [graph.resource(target), this.#references(origins)] as const,
    );
    const noted = await Promise.allSettled([
      journal.note(new Map(causes)),
      ...[...this.#targets.gates].map(([gate, origins]) => this.#noteBehind(gate, origins)),
    ]);
    const failed = noted.find((one) => one.status === 'rejected');
    if (failed === undefined) return;
    await Promise.allSettled([...this.#remote.values()].map((note) => note.withdraw()));
    throw failed.reason;
  }

  /**
   * Withdraws the refreshes that no alteration has caused.
   * @param altered The nodes of resources of which something was altered, or may have been.
   */
  async withdraw(altered: ReadonlySet<number>): Promise<void> {
    const isUncaused = (origins: readonly number[]) =>
      // With the maximum of origins there may be further ones, and one of those may have been altered.
      altered.size === 0 || (origins.length < MAX_ORIGINS && !origins.some((origin) => altered.has(origin)));
    const { resources, gates } = this.#targets;
    const uncaused = [...resources].flatMap(([target, origins]) => (isUncaused(origins) ? [target] : []));
    await Promise.all([
      this.context.journal.withdraw(this.#references(uncaused)),
      ...[...this.#remote].map(async ([gate, note]) => {
        if (isUncaused(gates.get(gate) ?? [])) await note.withdraw();
        else note.keep();
      }),
    ]);
  }

  /** Leaves all refreshes pending, because what was changed is unknown. */
  keep(): void {
    for (const note of this.#remote.values()) note.keep();
  }

  async #noteBehind(gate: OutgoingGate, origins: readonly number[]): Promise<void> {
    const { hostName } = this.context;
    const causes = this.#references(origins).map((reference) => nameOnHost(reference, hostName));
    this.#remote.set(gate, await gate.note(causes));
  }

  #references(nodes: readonly number[]): string[] {
    return nodes.map((node) => this.context.graph.resource(node).reference);
  }
}
