import type { RelationOrigin } from '../../catalog/relation.js';
import { ensureDefined } from '../../errors/ensure-defined.js';

/** What an edge came from; `contains` leads from a container to what it holds, and from there to its end. */
export type EdgeOrigin =
  | RelationOrigin
  | 'contains'
  | 'autorequire'
  | 'autobefore'
  | 'autonotify'
  | 'autosubscribe'
  | 'purge'
  | 'supply'
  | 'manifest';

/** Origins that give way where they would close a cycle: nobody asked for them. */
export const automatic: ReadonlySet<EdgeOrigin> = new Set<EdgeOrigin>([
  'autorequire',
  'autobefore',
  'autonotify',
  'autosubscribe',
  'purge',
]);

/**
 * What an edge passes on beside refreshes: all of it where somebody or a type asked for the order; of what only the
 * manifest's order puts before something no failure, and of what supplies nothing, that it is still to come at most.
 */
export const FULL = 0;
export const SUPPLY = 1;
export const ORDER_ONLY = 2;

/** One edge while a graph is built. */
export interface Edge {
  readonly source: number;
  readonly target: number;
  readonly refresh: boolean;
  readonly origin: EdgeOrigin;
  /** The relation of the catalog that it came from, if any. */
  readonly relation: number;
}

/**
 * Edges by their source, in two flat arrays: the successors of node n are `targets[offsets[n]]` up to
 * `targets[offsets[n + 1] - 1]`. A catalog of 100,000 resources costs a few megabytes this way.
 */
export class Adjacency {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** 1 where a change of the source refreshes the target. */
  readonly refresh: Uint8Array;
  /** `FULL`, `SUPPLY` or `ORDER_ONLY`. */
  readonly strength: Uint8Array;

  constructor(nodes: number, edges: readonly Edge[]) {
    this.offsets = new Int32Array(nodes + 1);
    for (const { source } of edges) this.offsets[source + 1] = ensureDefined(this.offsets[source + 1]) + 1;
    for (let node = 0; node < nodes; node++) {
      this.offsets[node + 1] = ensureDefined(this.offsets[node + 1]) + ensureDefined(this.offsets[node]);
    }
    this.targets = new Int32Array(edges.length);
    this.refresh = new Uint8Array(edges.length);
    this.strength = new Uint8Array(edges.length);
    const next = this.offsets.slice();
    for (const { source, target, refresh, origin } of edges) {
      const slot = ensureDefined(next[source]);
      next[source] = slot + 1;
      this.targets[slot] = target;
      this.refresh[slot] = refresh ? 1 : 0;
      this.strength[slot] = origin === 'manifest' ? ORDER_ONLY : origin === 'supply' ? SUPPLY : FULL;
    }
  }

  /** The first and the one-past-last position of a node's successors in `targets`. */
  range(node: number): readonly [number, number] {
    return [ensureDefined(this.offsets[node]), ensureDefined(this.offsets[node + 1])];
  }
}
