import type { Group } from './group.js';
import type { NodeState } from './node-state.js';
import type { RunContext } from './run-context.js';

/** What waits for its turn, and what is to become of it. */
export class Ready {
  /** Those that only order others. */
  readonly transparent: number[] = [];
  /** Those that wait for something that failed. */
  readonly doomed: number[] = [];
  /** Those that their schedule keeps back. */
  readonly unscheduled: number[] = [];
  /** Those that are to be looked at, by their provider. */
  readonly #groups = new Map<Group, number[]>();

  constructor(
    private readonly context: Pick<RunContext, 'graph' | 'schedules'>,
    private readonly state: NodeState,
    /** By the index of the resource. */
    private readonly groupOf: ReadonlyMap<number, Group>,
  ) {}

  /** Whether there is something that needs no look at the host. */
  get hasQuick(): boolean {
    return this.transparent.length + this.doomed.length + this.unscheduled.length > 0;
  }

  /** Takes in a node before which nothing is left to do. */
  add(node: number): void {
    if (this.context.graph.isTransparent(node)) {
      this.transparent.push(node);
      return;
    }
    if ((this.state.failure[node] as number) >= 0) {
      this.doomed.push(node);
      return;
    }
    const resource = this.context.graph.resource(node);
    if (this.context.schedules.keepsBack(resource)) {
      this.unscheduled.push(node);
      return;
    }
    const group = this.groupOf.get(resource.index) as Group;
    const waiting = this.#groups.get(group);
    if (waiting === undefined) this.#groups.set(group, [node]);
    else waiting.push(node);
  }

  /**
   * Takes out the nodes of one provider that are to be looked at together, in their order.
   * @param idle Whether nothing else is under way.
   */
  takeGroup(idle: boolean): [Group, number[]] | undefined {
    const next = this.#nextGroup(idle);
    if (next === undefined) return undefined;
    const [group, nodes] = next;
    this.#groups.delete(group);
    return [group, nodes.sort((a, b) => a - b)];
  }

  #nextGroup(idle: boolean): [Group, number[]] | undefined {
    for (const entry of this.#groups) if (!entry[0].provider?.waitsForAll) return entry;
    // Package transactions wait until nothing else can go on, so that there are few of them.
    return idle ? this.#groups.entries().next().value : undefined;
  }
}
