import type { CatalogResource } from '../../catalog/catalog.js';
import type { SourceLocation } from '../../errors/source-location.js';
import { type Edge, type EdgeOrigin, groupEdges } from '../graph/edges.js';
import type { Graph } from '../graph/graph.js';

/** One edge of a path, in the order of a run: `from` is applied before `to`. */
export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly origin: EdgeOrigin;
  /** For the origin `contains`: whether `from` is the container, and not its content. */
  readonly inwards: boolean;
  /** Whether a change of `from` refreshes `to`. */
  readonly refresh: boolean;
  /** The source location of an explicit relation. */
  readonly location: SourceLocation | undefined;
}

/** The shortest path between two resources through nothing but anchors and containers. */
export interface DependencyPath {
  /** The reference of the resource at the other end. */
  readonly resource: string;
  readonly type: string;
  readonly steps: readonly PathStep[];
}

/** On which side of a resource others are. */
export type Side = 'before' | 'after';

/**
 * Finds the resources right before or after another one, each with the shortest path between them.
 * @param refresh Whether only edges that propagate refreshes count.
 */
export function findDependencyPaths(
  graph: Graph,
  resource: CatalogResource,
  side: Side,
  refresh: boolean,
): readonly DependencyPath[] {
  const edges = groupEdgesByNode(graph, side, refresh);
  const edgeTo = new Map<number, Edge>();
  const start = startNode(graph, resource, side);
  const open = [start];
  const paths: DependencyPath[] = [];
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    for (const edge of edges.get(node) ?? []) {
      const next = side === 'before' ? edge.source : edge.target;
      if (next === start || edgeTo.has(next)) continue;
      edgeTo.set(next, edge);
      if (graph.isTransparent(next)) open.push(next);
      else paths.push(pathTo(graph, next, side, edgeTo));
    }
  }
  return paths;
}

/** Counts the native resources before or after another one, at any distance, anchors excluded. */
export function countReachable(graph: Graph, resource: CatalogResource, side: Side): number {
  const edges = groupEdgesByNode(graph, side, false);
  const start = startNode(graph, resource, side);
  const reached = new Set([start]);
  // The iteration of a set includes elements that are added during the iteration.
  for (const node of reached) {
    for (const { source, target } of edges.get(node) ?? []) reached.add(side === 'before' ? source : target);
  }
  return [...reached].filter((node) => node !== start && !graph.isTransparent(node)).length;
}

function startNode(graph: Graph, { index }: CatalogResource, side: Side): number {
  return side === 'before' ? graph.first(index) : graph.last(index);
}

function groupEdgesByNode({ edges }: Graph, side: Side, refresh: boolean): Map<number, Edge[]> {
  const counted = refresh ? edges.filter((edge) => edge.refresh) : edges;
  return groupEdges(counted, side === 'before' ? 'target' : 'source');
}

function pathTo(graph: Graph, end: number, side: Side, edgeTo: ReadonlyMap<number, Edge>): DependencyPath {
  const steps: PathStep[] = [];
  let far = end;
  for (let edge = edgeTo.get(end); edge !== undefined; ) {
    const near = side === 'before' ? edge.target : edge.source;
    // A junction has no resource.
    if (!graph.isJunction(near)) {
      const [from, to] = [graph.resource(far), graph.resource(near)];
      // The begin and end of an empty container are the same resource to a reader.
      if (from !== to) steps.push(toPathStep(graph, edge, side === 'before' ? [from, to] : [to, from]));
      far = near;
    }
    edge = edgeTo.get(near);
  }
  const { reference, type } = graph.resource(end);
  return { resource: reference, type, steps: side === 'before' ? steps : steps.reverse() };
}

function toPathStep(
  { catalog }: Graph,
  { origin, refresh, relation }: Edge,
  [from, to]: readonly [CatalogResource, CatalogResource],
): PathStep {
  return {
    from: from.reference,
    to: to.reference,
    origin,
    inwards: origin === 'contains' && to.containers.includes(from.index),
    refresh,
    location: catalog.relations[relation]?.location,
  };
}
