import type { Catalog } from '../../catalog/catalog.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import { automaticEdges } from './automatic-edges.js';
import { describeCycle } from './describe-cycle.js';
import { Adjacency, automatic, type Edge } from './edges.js';
import type { Graph } from './graph.js';
import { Layout } from './layout.js';
import { manifestEdges } from './manifest-edges.js';
import type { Ordering } from './ordering.js';
import { pathEdges } from './path-edges.js';
import { PathIndex } from './path-index.js';
import { purgeEdges } from './purge-edges.js';
import { components } from './strongly-connected.js';

/**
 * Builds the graph of a catalog.
 * @param ordering How much the order of declarations counts.
 * @throws {GlanceApplyError} where relations close a cycle: the shortest, with where each of its edges comes from.
 */
export function buildGraph(catalog: Catalog, ordering: Ordering = 'manifest'): Graph {
  const layout = new Layout(catalog);
  const explicit = [...containmentEdges(catalog, layout), ...relationEdges(catalog, layout)];
  const paths = new PathIndex(catalog);
  const extra = [
    ...automaticEdges(catalog, layout),
    ...pathEdges(paths, layout),
    ...purgeEdges(catalog, layout, explicit),
  ];
  const related = withoutContrary(layout.size, unique([...explicit, ...extra], layout.size));
  const graph = graphOf(catalog, layout, related, layout.size);
  const cycle = components(graph.successors, layout.size);
  if (cycle.cyclic.length > 0)
    throw new GlanceApplyError(cycle.cyclic.map((nodes) => describeCycle(graph, nodes)));
  const { edges, size } = manifestEdges(graph, paths, ordering);
  return edges.length === 0 ? graph : graphOf(catalog, layout, [...related, ...edges], size);
}

function graphOf(catalog: Catalog, layout: Layout, edges: readonly Edge[], size: number): Graph {
  return {
    catalog,
    size,
    resource: (node) => ensureDefined(catalog.resources[ensureDefined(layout.indexOf[node])]),
    first: (index) => ensureDefined(layout.firsts[index]),
    last: (index) => ensureDefined(layout.lasts[index]),
    isTransparent: (node) => node >= layout.size || layout.transparent[node] === 1,
    isMilestone: (node) => node >= layout.size,
    successors: new Adjacency(size, edges),
    edges,
  };
}

function containmentEdges(catalog: Catalog, { firsts, lasts }: Layout): Edge[] {
  const edges: Edge[] = [];
  const filled = new Set<number>();
  const edge = (source: number, target: number) =>
    edges.push({ source, target, refresh: true, origin: 'contains', relation: -1 });
  for (const { index, containers } of catalog.resources) {
    for (const container of containers) {
      filled.add(container);
      edge(ensureDefined(firsts[container]), ensureDefined(firsts[index]));
      edge(ensureDefined(lasts[index]), ensureDefined(lasts[container]));
    }
  }
  for (const { index, definition } of catalog.resources) {
    if (definition === undefined && !filled.has(index))
      edge(ensureDefined(firsts[index]), ensureDefined(lasts[index]));
  }
  return edges;
}

function relationEdges(catalog: Catalog, { firsts, lasts }: Layout): Edge[] {
  return catalog.relations.map(({ source, target, refresh, origin }, relation) => ({
    source: ensureDefined(lasts[source]),
    target: ensureDefined(firsts[target]),
    refresh,
    origin,
    relation,
  }));
}

/** One edge for each pair of nodes: of several, the one that refreshes, and the first that somebody wrote. */
function unique(edges: readonly Edge[], size: number): Edge[] {
  const known = new Map<number, Edge>();
  for (const edge of edges) {
    const key = edge.source * size + edge.target;
    const other = known.get(key);
    if (other === undefined) known.set(key, edge);
    else if (edge.refresh && !other.refresh) known.set(key, { ...other, refresh: true });
  }
  return [...known.values()];
}

/** Leaves out the automatic edges that stand in a cycle: what somebody wrote holds. */
function withoutContrary(size: number, edges: Edge[]): Edge[] {
  if (!edges.some(({ origin }) => automatic.has(origin))) return edges;
  const { componentOf, cyclic } = components(new Adjacency(size, edges), size);
  if (cyclic.length === 0) return edges;
  const inCycle = new Set(cyclic.flat());
  return edges.filter(
    ({ source, target, origin }) =>
      !(automatic.has(origin) && inCycle.has(source) && componentOf[source] === componentOf[target]),
  );
}
