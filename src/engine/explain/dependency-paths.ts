import type { CatalogResource } from '../../catalog/catalog.js';
import type { Place } from '../../errors/place.js';
import type { Edge, EdgeOrigin } from '../graph/edges.js';
import type { Graph } from '../graph/graph.js';

/** One edge of a path, in the order of a run: `from` is applied before `to`. */
export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly origin: EdgeOrigin;
  /** Of origin `contains`: whether `from` is the container, and not what it contains. */
  readonly inwards: boolean;
  /** Whether a change of `from` refreshes `to`. */
  readonly refresh: boolean;
  /** Of a relation that somebody wrote. */
  readonly place: Place | undefined;
}

/** The shortest path between two resources, through anchors and containers alone. */
export interface DependencyPath {
  /** The resource at the other end. */
  readonly resource: string;
  readonly type: string;
  readonly steps: readonly PathStep[];
}

/** Which end of the paths a resource is at. */
export type Side = 'before' | 'after';

/**
 * The resources right before or after one, each with the shortest path between them.
 * @param refresh Along those edges alone that pass refreshes on.
 */
export function findDependencyPaths(
  graph: Graph,
  resource: CatalogResource,
  side: Side,
  refresh: boolean,
): readonly DependencyPath[] {
  const links = linksOf(graph, side, refresh);
  const cameBy = new Map<number, Edge>();
  const start = startOf(graph, resource, side);
  const open = [start];
  const paths: DependencyPath[] = [];
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    for (const edge of links.get(node) ?? []) {
      const next = side === 'before' ? edge.source : edge.target;
      if (next === start || cameBy.has(next)) continue;
      cameBy.set(next, edge);
      if (graph.isTransparent(next)) open.push(next);
      else paths.push(pathTo(graph, next, side, cameBy));
    }
  }
  return paths;
}

/** How many native resources with a state of their own come before or after one, at whatever distance. */
export function countReachable(graph: Graph, resource: CatalogResource, side: Side): number {
  const links = linksOf(graph, side, false);
  const start = startOf(graph, resource, side);
  const seen = new Set([start]);
  // A set is iterated in the order of insertion, what is added meanwhile included.
  for (const node of seen) {
    for (const { source, target } of links.get(node) ?? []) seen.add(side === 'before' ? source : target);
  }
  return [...seen].filter((node) => node !== start && !graph.isTransparent(node)).length;
}

function startOf(graph: Graph, { index }: CatalogResource, side: Side): number {
  return side === 'before' ? graph.first(index) : graph.last(index);
}

function linksOf({ edges }: Graph, side: Side, refresh: boolean): Map<number, Edge[]> {
  const links = new Map<number, Edge[]>();
  for (const edge of edges) {
    if (refresh && !edge.refresh) continue;
    const node = side === 'before' ? edge.target : edge.source;
    const known = links.get(node);
    if (known === undefined) links.set(node, [edge]);
    else known.push(edge);
  }
  return links;
}

function pathTo(graph: Graph, end: number, side: Side, cameBy: ReadonlyMap<number, Edge>): DependencyPath {
  const steps: PathStep[] = [];
  let far = end;
  for (let edge = cameBy.get(end); edge !== undefined; ) {
    const near = side === 'before' ? edge.target : edge.source;
    const [from, to] = [graph.resource(far), graph.resource(near)];
    // Beginning and end of an empty container are one thing to a reader, and a milestone is nothing.
    if (!graph.isMilestone(near) && from !== to)
      steps.push(stepOf(graph, edge, side === 'before' ? [from, to] : [to, from]));
    if (!graph.isMilestone(near)) far = near;
    edge = cameBy.get(near);
  }
  const { reference, type } = graph.resource(end);
  return { resource: reference, type, steps: side === 'before' ? steps : steps.reverse() };
}

function stepOf(
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
    place: catalog.relations[relation]?.place,
  };
}
