import type { RelationOrigin } from '../../catalog/relation.js';
import { type Diagnostic, problem, type RelatedPlace } from '../../errors/diagnostic.js';
import type { Edge } from './edges.js';
import type { Graph } from './graph.js';

/** How an edge reads between the two resources that it joins. */
const words: Readonly<Record<RelationOrigin, string>> = {
  before: 'is before',
  notify: 'notifies',
  require: 'is required by',
  subscribe: 'is subscribed to by',
  chain: 'is chained before',
};

/** The shortest cycle among some nodes, in words, each edge with the place that it comes from. */
export function describeCycle(graph: Graph, nodes: readonly number[]): Diagnostic {
  const cycle = shortestCycle(graph, nodes);
  const references = cycle.map((edge) => graph.resource(edge.source).reference);
  const path = [...references, references[0]].filter((reference, at, all) => reference !== all[at - 1]);
  return problem('graph.cycle', `these resources wait for each other: ${path.join(' → ')}`, {
    place: cycle.map((edge) => placeOf(graph, edge)).find((place) => place !== undefined),
    related: cycle.flatMap((edge) => describeEdge(graph, edge)),
    hint: 'remove or turn one of these relations',
  });
}

function describeEdge(graph: Graph, edge: Edge): RelatedPlace[] {
  const source = graph.resource(edge.source);
  const target = graph.resource(edge.target);
  const place = placeOf(graph, edge);
  if (source === target) return [];
  if (edge.origin !== 'contains') {
    // Edges that nobody wrote give way where they would close a cycle.
    const said = words[edge.origin as RelationOrigin];
    return [{ message: `${source.reference} ${said} ${target.reference}`, place }];
  }
  const inside = edge.target === graph.first(target.index) && target.containers.includes(source.index);
  const message = inside
    ? `${source.reference} contains ${target.reference}`
    : `${source.reference} is contained in ${target.reference}`;
  return [{ message, place }];
}

function placeOf(graph: Graph, edge: Edge) {
  const relation = graph.catalog.relations[edge.relation];
  if (relation !== undefined) return relation.place;
  return graph.resource(edge.origin === 'contains' ? edge.target : edge.source).place;
}

/** Breadth first from each node of the component, of the first few where it is large: any short cycle will do. */
function shortestCycle(graph: Graph, nodes: readonly number[]): readonly Edge[] {
  const inside = new Set(nodes);
  const bySource = new Map<number, Edge[]>();
  for (const edge of graph.edges) {
    if (!inside.has(edge.source) || !inside.has(edge.target)) continue;
    bySource.set(edge.source, [...(bySource.get(edge.source) ?? []), edge]);
  }
  let best: readonly Edge[] = [];
  for (const start of nodes.slice(0, 64)) {
    const cycle = cycleThrough(start, bySource, best.length || Number.POSITIVE_INFINITY);
    if (cycle !== undefined) best = cycle;
  }
  return best;
}

function cycleThrough(
  start: number,
  bySource: ReadonlyMap<number, readonly Edge[]>,
  limit: number,
): Edge[] | undefined {
  const cameBy = new Map<number, Edge>();
  let level = [start];
  for (let length = 1; length < limit && level.length > 0; length++) {
    const next: number[] = [];
    for (const node of level) {
      for (const edge of bySource.get(node) ?? []) {
        if (edge.target === start) return [...pathTo(node, cameBy), edge];
        if (cameBy.has(edge.target)) continue;
        cameBy.set(edge.target, edge);
        next.push(edge.target);
      }
    }
    level = next;
  }
  return undefined;
}

function pathTo(node: number, cameBy: ReadonlyMap<number, Edge>): Edge[] {
  const path: Edge[] = [];
  for (let edge = cameBy.get(node); edge !== undefined; edge = cameBy.get(edge.source)) path.push(edge);
  return path.reverse();
}
