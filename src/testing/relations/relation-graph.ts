import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import { buildGraph } from '../../engine/graph/build-graph.js';
import type { Graph } from '../../engine/graph/graph.js';
import { ensureDefined } from '../../errors/ensure-defined.js';

const graphs = new WeakMap<Catalog, Graph>();

/**
 * Returns the graph of the relations of a catalog, which is built once. The order of declarations is not a relation.
 * @throws {GlanceApplyError} `graph.cycle`
 */
export function relationGraphOf(catalog: Catalog): Graph {
  const known = graphs.get(catalog);
  if (known !== undefined) return known;
  const graph = buildGraph(catalog, 'relations');
  graphs.set(catalog, graph);
  return graph;
}

/** One step of a path: a resource, and whether a change of the previous one refreshes it. */
export interface PathStep {
  readonly resource: CatalogResource;
  readonly refresh: boolean;
}

/**
 * Finds the shortest path from the end of one resource to the beginning of another; undefined if there is none. With
 * `refresh`, only edges that propagate refreshes are followed.
 */
export function findPath(
  catalog: Catalog,
  first: CatalogResource,
  second: CatalogResource,
  refresh: boolean,
): readonly PathStep[] | undefined {
  const graph = relationGraphOf(catalog);
  const { successors } = graph;
  const [start, goal] = [graph.last(first.index), graph.first(second.index)];
  const cameFrom = new Map<number, { readonly node: number; readonly refresh: boolean }>();
  const open = [start];
  for (let node = open.shift(); node !== undefined && !cameFrom.has(goal); node = open.shift()) {
    const [begin, end] = successors.range(node);
    for (let slot = begin; slot < end; slot++) {
      const next = ensureDefined(successors.targets[slot]);
      const refreshes = successors.refresh[slot] === 1;
      if (cameFrom.has(next) || (refresh && !refreshes)) continue;
      cameFrom.set(next, { node, refresh: refreshes });
      open.push(next);
    }
  }
  if (!cameFrom.has(goal)) return undefined;
  const steps: PathStep[] = [];
  for (let node = goal; node !== start; ) {
    const { node: previous, refresh: refreshes } = cameFrom.get(node) ?? { node: start, refresh: false };
    // A container has two nodes, but is one step.
    if (steps[0]?.resource !== graph.resource(node))
      steps.unshift({ resource: graph.resource(node), refresh: refreshes });
    node = previous;
  }
  return [{ resource: first, refresh: false }, ...steps];
}

/** Formats a path in Puppet's notation: `A -> B ~> C`. */
export function formatPath(steps: readonly PathStep[]): string {
  return steps
    .map(({ resource, refresh }, index) =>
      index === 0 ? resource.reference : `${refresh ? '~>' : '->'} ${resource.reference}`,
    )
    .join(' ');
}

/** Finds the native resources directly before or after another, through anchors and the ends of containers. */
export function findAdjacent(
  catalog: Catalog,
  resource: CatalogResource,
  side: 'before' | 'after',
  refresh: boolean,
): readonly CatalogResource[] {
  const graph = relationGraphOf(catalog);
  const links = new Map<number, number[]>();
  for (const edge of graph.edges) {
    if (refresh && !edge.refresh) continue;
    const [from, to] = side === 'after' ? [edge.source, edge.target] : [edge.target, edge.source];
    const known = links.get(from);
    if (known === undefined) links.set(from, [to]);
    else known.push(to);
  }
  const start = side === 'after' ? graph.last(resource.index) : graph.first(resource.index);
  const seen = new Set([start]);
  const found: CatalogResource[] = [];
  const open = [start];
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    for (const next of links.get(node) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (graph.isTransparent(next)) open.push(next);
      else found.push(graph.resource(next));
    }
  }
  return found;
}
