import { ensureDefined } from '../errors/ensure-defined.js';
import { FULL, ORDER_ONLY } from './graph/edges.js';

/** Events that are propagated along refresh edges: none, a change that is certain, a change that is possible. */
export const NO_EVENT = 0;
export const CERTAIN_EVENT = 1;
export const POSSIBLE_EVENT = 2;

/** The number of causes of a refresh that are recorded: enough to explain it, whatever the fan-in. */
const MAX_CAUSES = 8;

/** What a node propagates to its successors. */
export interface Propagation {
  /** `NO_EVENT`, or `CERTAIN_EVENT` and `POSSIBLE_EVENT` as bits. */
  readonly event: number;
  /** References of the resources that caused the event. */
  readonly causes: readonly string[];
  /** The catalog index of an outstanding change that may alter later resources; -1 for none. */
  readonly disturber: number;
  /**
   * The catalog index of an outstanding change that may provide what later resources need: that of `disturber`, or of
   * a resource that the manifest only declares before them; -1 for none.
   */
  readonly awaited: number;
  /** The catalog index of the failed resource because of which later resources are skipped; -1 for none. */
  readonly failure: number;
}

/** What every node has received from its predecessors, in arrays by node: 100,000 objects would be too expensive. */
export class NodeState {
  readonly event: Uint8Array;
  readonly disturber: Int32Array;
  readonly awaited: Int32Array;
  readonly failure: Int32Array;
  readonly finished: Uint8Array;
  readonly #causes: (readonly string[] | undefined)[];

  constructor(
    /** The number of unfinished predecessors of each node. */
    readonly waiting: Int32Array,
  ) {
    const size = waiting.length;
    this.event = new Uint8Array(size);
    this.disturber = new Int32Array(size).fill(-1);
    this.awaited = new Int32Array(size).fill(-1);
    this.failure = new Int32Array(size).fill(-1);
    this.finished = new Uint8Array(size);
    this.#causes = new Array(size);
  }

  /** Adds a predecessor that is not in the graph. */
  await(node: number): void {
    this.waiting[node] = ensureDefined(this.waiting[node]) + 1;
  }

  causes(node: number): readonly string[] {
    return this.#causes[node] ?? [];
  }

  /**
   * Receives what a predecessor propagates. Returns true if it was the last predecessor.
   * @param strength Of the edge between them: `FULL`, `SUPPLY` or `ORDER_ONLY`.
   */
  receive(node: number, from: Propagation, refresh: boolean, strength: number): boolean {
    if (from.disturber >= 0 && strength !== ORDER_ONLY && this.disturber[node] === -1)
      this.disturber[node] = from.disturber;
    if (from.awaited >= 0 && this.awaited[node] === -1) this.awaited[node] = from.awaited;
    if (from.failure >= 0 && strength === FULL && this.failure[node] === -1)
      this.failure[node] = from.failure;
    if (refresh && from.event !== NO_EVENT) {
      this.event[node] = ensureDefined(this.event[node]) | from.event;
      const known = this.#causes[node];
      // Shared, not copied: a fan-out of thousands propagates the same list.
      this.#causes[node] = known === undefined ? from.causes : mergeCauses(known, from.causes);
    }
    const left = ensureDefined(this.waiting[node]) - 1;
    this.waiting[node] = left;
    return left === 0;
  }

  /** What a transparent node propagates. */
  propagation(node: number): Propagation {
    return {
      event: ensureDefined(this.event[node]),
      causes: this.causes(node),
      disturber: ensureDefined(this.disturber[node]),
      awaited: ensureDefined(this.awaited[node]),
      failure: ensureDefined(this.failure[node]),
    };
  }
}

function mergeCauses(known: readonly string[], more: readonly string[]): readonly string[] {
  if (known.length >= MAX_CAUSES || more === known) return known;
  return [...new Set([...known, ...more])].slice(0, MAX_CAUSES);
}
