import type { Graph } from './graph/graph.js';

/**
 * The resources that a change of some nodes refreshes: along refresh edges, through containers and anchors, to
 * the first native resource on each way. What that one refreshes in turn is its own business.
 */
export function refreshTargets(graph: Graph, nodes: Iterable<number>): number[] {
  const { successors } = graph;
  const found: number[] = [];
  const seen = new Set<number>();
  const open = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const [start, end] = successors.range(node);
    for (let slot = start; slot < end; slot++) {
      const next = successors.targets[slot] as number;
      if (successors.refresh[slot] === 0 || seen.has(next)) continue;
      seen.add(next);
      if (graph.isTransparent(next)) open.push(next);
      else found.push(next);
    }
  }
  return found;
}
