import type { Catalog } from '../../catalog/catalog.js';
import { explicitEdges } from '../../engine/graph/build-graph.js';
import { Adjacency } from '../../engine/graph/edges.js';
import type { Graph } from '../../engine/graph/graph.js';
import { Layout } from '../../engine/graph/layout.js';
import { ensureDefined } from '../../errors/ensure-defined.js';

/** The graph of a host, as far as order is concerned. */
type Ordered = Pick<Graph, 'size' | 'first' | 'last' | 'successors'>;

/** Which resources of one host come after others of it. */
export class HostReach {
  readonly #known = new Map<number, ReadonlySet<number>>();
  #graph: Ordered;

  constructor(
    catalog: Catalog,
    /** The resources on which resources of other hosts depend, by index. */
    private readonly exits: ReadonlySet<number>,
  ) {
    this.#graph = explicitGraph(catalog);
  }

  /** Replaces the relations of the manifest by a graph that has automatic relations and the order of declarations too. */
  extend(graph: Graph): void {
    this.#graph = graph;
    this.#known.clear();
  }

  /** Returns the exits that come after a resource, itself included. */
  exitsAfter(index: number): ReadonlySet<number> {
    let found = this.#known.get(index);
    if (found === undefined) {
      found = this.#search(index);
      this.#known.set(index, found);
    }
    return found;
  }

  #search(index: number): ReadonlySet<number> {
    const { size, first, last, successors } = this.#graph;
    const seen = new Uint8Array(size);
    const open = [first(index)];
    seen[first(index)] = 1;
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const [start, end] = successors.range(node);
      for (let slot = start; slot < end; slot++) {
        const next = ensureDefined(successors.targets[slot]);
        if (seen[next] === 1) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
    return new Set([...this.exits].filter((exit) => seen[last(exit)] === 1));
  }
}

function explicitGraph(catalog: Catalog): Ordered {
  const layout = new Layout(catalog);
  return {
    size: layout.size,
    first: (index) => ensureDefined(layout.firsts[index]),
    last: (index) => ensureDefined(layout.lasts[index]),
    successors: new Adjacency(layout.size, explicitEdges(catalog, layout)),
  };
}
