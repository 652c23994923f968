import { ensureDefined } from '../errors/ensure-defined.js';
import type { Group } from './group.js';
import type { NodeState } from './node-state.js';
import type { RunContext } from './run-context.js';

/** The nodes whose predecessors have all ended, by what is done with them next. */
export class ReadyQueue {
  /** Nodes that only order others. */
  readonly transparent: number[] = [];
  /** Nodes that depend on something that failed. */
  readonly blocked: number[] = [];
  /** Nodes that their schedule excludes now. */
  readonly unscheduled: number[] = [];
  /** Nodes to read, by group. */
  readonly #groups = new Map<Group, number[]>();

  constructor(
    private readonly context: Pick<RunContext, 'graph' | 'schedules'>,
    private readonly state: NodeState,
    /** Groups by the index of the resource. */
    private readonly groupOf: ReadonlyMap<number, Group>,
  ) {}

  /** Whether a node is ready that does not need the host. */
  get hasImmediate(): boolean {
    return this.transparent.length + this.blocked.length + this.unscheduled.length > 0;
  }

  /** Adds a node whose predecessors have all ended. */
  add(node: number): void {
    if (this.context.graph.isTransparent(node)) {
      this.transparent.push(node);
      return;
    }
    if (ensureDefined(this.state.failure[node]) >= 0) {
      this.blocked.push(node);
      return;
    }
    const resource = this.context.graph.resource(node);
    if (this.context.schedules.defers(resource)) {
      this.unscheduled.push(node);
      return;
    }
    const group = ensureDefined(this.groupOf.get(resource.index));
    const waiting = this.#groups.get(group);
    if (waiting === undefined) this.#groups.set(group, [node]);
    else waiting.push(node);
  }

  /**
   * Removes and returns the nodes of one group, which are read together, in their order.
   * @param idle Whether no other step is in flight.
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
    // Package transactions wait until no other step can begin, so that there are few of them.
    return idle ? this.#groups.entries().next().value : undefined;
  }
}
