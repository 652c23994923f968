import type { RelationOrigin } from '../../catalog/relation.js';
import { type Diagnostic, problem, type RelatedLocation } from '../../errors/diagnostic.js';
import { type Edge, groupEdges } from './edges.js';
import type { Graph } from './graph.js';

/** The verb phrase of a relation, between the two references. */
export const relationPhrases: Readonly<Record<RelationOrigin | 'elsewhere', string>> = {
  before: 'is before',
  notify: 'notifies',
  require: 'is required by',
  subscribe: 'is subscribed to by',
  chain: 'is chained before',
  elsewhere: 'is before, through other hosts,',
};

/** Describes the shortest cycle among some nodes, with the source location of each edge. */
export function describeCycle(graph: Graph, nodes: readonly number[]): Diagnostic {
  const cycle = shortestCycle(graph, nodes);
  const references = cycle.map((edge) => graph.resource(edge.source).reference);
  const path = [...references, references[0]].filter((reference, at, all) => reference !== all[at - 1]);
  return problem('graph.cycle', `these resources depend on each other: ${path.join(' → ')}`, {
    location: cycle.map((edge) => locationOf(graph, edge)).find((location) => location !== undefined),
    related: cycle.flatMap((edge) => describeEdge(graph, edge)),
    hint: 'remove or reverse one of these relations',
  });
}

function describeEdge(graph: Graph, edge: Edge): RelatedLocation[] {
  const source = graph.resource(edge.source);
  const target = graph.resource(edge.target);
  const location = locationOf(graph, edge);
  if (source === target) return [];
  if (edge.origin !== 'contains') {
    // Automatic edges are removed if they would close a cycle, so this one is a relation.
    const phrase = relationPhrases[edge.origin as RelationOrigin | 'elsewhere'];
    return [{ message: `${source.reference} ${phrase} ${target.reference}`, location }];
  }
  const isInwards = edge.target === graph.first(target.index) && target.containers.includes(source.index);
  const message = isInwards
    ? `${source.reference} contains ${target.reference}`
    : `${source.reference} is contained in ${target.reference}`;
  return [{ message, location }];
}

function locationOf(graph: Graph, edge: Edge) {
  const relation = graph.catalog.relations[edge.relation];
  if (relation !== undefined) return relation.location;
  return graph.resource(edge.origin === 'contains' ? edge.target : edge.source).location;
}

/** Searches breadth first from each node of the component, of a large one from the first: any short cycle will do. */
function shortestCycle(graph: Graph, nodes: readonly number[]): readonly Edge[] {
  const members = new Set(nodes);
  const inside = graph.edges.filter(({ source, target }) => members.has(source) && members.has(target));
  const bySource = groupEdges(inside, 'source');
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
  const edgeTo = new Map<number, Edge>();
  let level = [start];
  for (let length = 1; length < limit && level.length > 0; length++) {
    const next: number[] = [];
    for (const node of level) {
      for (const edge of bySource.get(node) ?? []) {
        if (edge.target === start) return [...pathTo(node, edgeTo), edge];
        if (edgeTo.has(edge.target)) continue;
        edgeTo.set(edge.target, edge);
        next.push(edge.target);
      }
    }
    level = next;
  }
  return undefined;
}

function pathTo(node: number, edgeTo: ReadonlyMap<number, Edge>): Edge[] {
  const path: Edge[] = [];
  for (let edge = edgeTo.get(node); edge !== undefined; edge = edgeTo.get(edge.source)) path.push(edge);
  return path.reverse();
}
