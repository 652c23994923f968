import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Graph } from './graph.js';
import { findComponents } from './strongly-connected.js';

/** Computes for each node the number of resources in the longest chain that begins with it. */
export function computeHeights({ successors, size, isTransparent }: Graph): Int32Array {
  const order = new Int32Array(size);
  for (const [node, component] of findComponents(successors, size).componentOf.entries())
    order[component] = node;
  const heights = new Int32Array(size);
  // In this order, the successors of a node precede it.
  for (const node of order) {
    const [start, end] = successors.range(node);
    let longest = 0;
    for (let slot = start; slot < end; slot++) {
      longest = Math.max(longest, ensureDefined(heights[ensureDefined(successors.targets[slot])]));
    }
    heights[node] = longest + (isTransparent(node) ? 0 : 1);
  }
  return heights;
}
