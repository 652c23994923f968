import type { RelationOrigin } from '../../catalog/relation.js';
import { ensureDefined } from '../../errors/ensure-defined.js';

/**
 * Why an edge exists. `contains` leads from the begin of a container to its contents, and from there to its end;
 * `elsewhere` is an order that follows from relations with resources on other hosts.
 */
export type EdgeOrigin =
  | RelationOrigin
  | 'contains'
  | 'autorequire'
  | 'autobefore'
  | 'autonotify'
  | 'autosubscribe'
  | 'purge'
  | 'supply'
  | 'manifest'
  | 'elsewhere';

/** The origins of automatic edges, which are removed if they would close a cycle. */
export const automatic: ReadonlySet<EdgeOrigin> = new Set<EdgeOrigin>([
  'autorequire',
  'autobefore',
  'autonotify',
  'autosubscribe',
  'purge',
]);

/**
 * What an edge propagates besides refreshes. `FULL`, of relations and automatic edges: everything. `SUPPLY`, of the
 * manifest's order after what supplies something: no failures. `ORDER_ONLY`, of the rest of the manifest's order: only
 * that a change is outstanding.
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
  /** The index of its relation in the catalog; -1 for none. */
  readonly relation: number;
}

/** Groups edges by the node that they lead from, or by the node that they lead to. */
export function groupEdges(edges: Iterable<Edge>, by: 'source' | 'target'): Map<number, Edge[]> {
  const groups = new Map<number, Edge[]>();
  for (const edge of edges) {
    const known = groups.get(edge[by]);
    if (known === undefined) groups.set(edge[by], [edge]);
    else known.push(edge);
  }
  return groups;
}

/**
 * Edges by source, in two flat arrays: the successors of node n are `targets[offsets[n]]` up to
 * `targets[offsets[n + 1] - 1]`. A catalog of 100,000 resources costs a few megabytes this way.
 */
export class Adjacency {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** 1 if a change of the source refreshes the target. */
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
      this.strength[slot] =
        origin === 'manifest' || origin === 'elsewhere' ? ORDER_ONLY : origin === 'supply' ? SUPPLY : FULL;
    }
  }

  /** Returns the number of predecessors of each node. */
  countPredecessors(): Int32Array {
    const counts = new Int32Array(this.offsets.length - 1);
    for (const target of this.targets) counts[target] = ensureDefined(counts[target]) + 1;
    return counts;
  }

  /** Returns the start and the end (exclusive) of a node's successors in `targets`. */
  range(node: number): readonly [number, number] {
    return [ensureDefined(this.offsets[node]), ensureDefined(this.offsets[node + 1])];
  }
}
