import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Graph } from './graph.js';
import { components } from './strongly-connected.js';

/** How many resources the longest chain has that begins with a node: by its number. */
export function heights({ successors, size, isTransparent }: Graph): Int32Array {
  const order = new Int32Array(size);
  for (const [node, component] of components(successors, size).componentOf.entries()) order[component] = node;
  const found = new Int32Array(size);
  // What a node leads to stands before it.
  for (const node of order) {
    const [start, end] = successors.range(node);
    let longest = 0;
    for (let slot = start; slot < end; slot++) {
      longest = Math.max(longest, ensureDefined(found[ensureDefined(successors.targets[slot])]));
    }
    found[node] = longest + (isTransparent(node) ? 0 : 1);
  }
  return found;
}
