import { ensureDefined } from '../errors/ensure-defined.js';
import type { Graph } from './graph/graph.js';

/** How many of the nodes that refresh a resource are remembered: enough to explain it, whatever the fan-in. */
export const ORIGINS = 5;

/**
 * The resources that a change of some nodes refreshes, each with the nodes whose change does: along refresh edges,
 * through containers and anchors, to the first native resource on each way. What that one refreshes in turn is its
 * own business. Of each resource's origins only the first few are kept, which keeps the work linear.
 */
export function refreshTargets(graph: Graph, nodes: Iterable<number>): Map<number, number[]> {
  const { successors } = graph;
  const found = new Map<number, number[]>();
  const passed = new Map<number, number[]>();
  for (const origin of nodes) {
    const open = [origin];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const [start, end] = successors.range(node);
      for (let slot = start; slot < end; slot++) {
        const next = ensureDefined(successors.targets[slot]);
        if (successors.refresh[slot] === 0) continue;
        const transparent = graph.isTransparent(next);
        if (remember(transparent ? passed : found, next, origin) && transparent) open.push(next);
      }
    }
  }
  return found;
}

/** False where the origin is known, or others enough. */
function remember(origins: Map<number, number[]>, node: number, origin: number): boolean {
  const known = origins.get(node);
  if (known === undefined) origins.set(node, [origin]);
  else if (known.length === ORIGINS || known.at(-1) === origin) return false;
  else known.push(origin);
  return true;
}
