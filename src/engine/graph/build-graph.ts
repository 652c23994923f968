import type { Catalog } from '../../catalog/catalog.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { OrderElsewhere } from '../gates/gate.js';
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
import { findComponents } from './strongly-connected.js';

/**
 * Builds the graph of a catalog.
 * @param ordering How much the order of declarations counts.
 * @param orders The order of resources that follows from relations with resources on other hosts.
 * @throws {GlanceApplyError} if relations form a cycle: names the shortest one, with the source location of each edge.
 */
export function buildGraph(
  catalog: Catalog,
  ordering: Ordering = 'manifest',
  orders: readonly OrderElsewhere[] = [],
): Graph {
  const layout = new Layout(catalog);
  const explicit = explicitEdges(catalog, layout);
  const paths = new PathIndex(catalog);
  const extra = [
    ...automaticEdges(catalog, layout),
    ...pathEdges(paths, layout),
    ...purgeEdges(catalog, layout, explicit),
  ];
  const related = removeContradictions(
    layout.size,
    mergeDuplicates([...explicit, ...elsewhereEdges(orders, layout), ...extra], layout.size),
  );
  const graph = createGraph(catalog, layout, related, layout.size);
  const cycle = findComponents(graph.successors, layout.size);
  if (cycle.cyclic.length > 0)
    throw new GlanceApplyError(cycle.cyclic.map((nodes) => describeCycle(graph, nodes)));
  const { edges, size } = manifestEdges(graph, paths, ordering);
  return edges.length === 0 ? graph : createGraph(catalog, layout, [...related, ...edges], size);
}

/** Returns the edges of containment and of relations. */
export function explicitEdges(catalog: Catalog, layout: Layout): Edge[] {
  return [...containmentEdges(catalog, layout), ...relationEdges(catalog, layout)];
}

function createGraph(catalog: Catalog, layout: Layout, edges: readonly Edge[], size: number): Graph {
  return {
    catalog,
    size,
    resource: (node) => ensureDefined(catalog.resources[ensureDefined(layout.indexOf[node])]),
    first: (index) => ensureDefined(layout.firsts[index]),
    last: (index) => ensureDefined(layout.lasts[index]),
    isTransparent: (node) => node >= layout.size || layout.transparent[node] === 1,
    isJunction: (node) => node >= layout.size,
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

function elsewhereEdges(orders: readonly OrderElsewhere[], { firsts, lasts }: Layout): Edge[] {
  return orders.map(({ before, after }) => ({
    source: ensureDefined(lasts[before]),
    target: ensureDefined(firsts[after]),
    refresh: false,
    origin: 'elsewhere',
    relation: -1,
  }));
}

/** Keeps one edge per pair of nodes, with the origin of the first one; it refreshes if any of them does. */
function mergeDuplicates(edges: readonly Edge[], size: number): Edge[] {
  const known = new Map<number, Edge>();
  for (const edge of edges) {
    const key = edge.source * size + edge.target;
    const other = known.get(key);
    if (other === undefined) known.set(key, edge);
    else if (edge.refresh && !other.refresh) known.set(key, { ...other, refresh: true });
  }
  return [...known.values()];
}

/** Removes the automatic edges that are part of a cycle: explicit relations take precedence. */
function removeContradictions(size: number, edges: Edge[]): Edge[] {
  if (!edges.some(({ origin }) => automatic.has(origin))) return edges;
  const { componentOf, cyclic } = findComponents(new Adjacency(size, edges), size);
  if (cyclic.length === 0) return edges;
  const inCycle = new Set(cyclic.flat());
  return edges.filter(
    ({ source, target, origin }) =>
      !(automatic.has(origin) && inCycle.has(source) && componentOf[source] === componentOf[target]),
  );
}
