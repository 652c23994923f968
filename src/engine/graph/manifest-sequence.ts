import TinyQueue from 'tinyqueue';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Graph } from './graph.js';

/** A catalog whose resources have their nodes. */
type Numbered = Pick<Graph, 'catalog' | 'size' | 'first' | 'last'>;

/**
 * All nodes in the order in which Puppet applies them one after the other: what relations demand, and among those
 * that are free to go, what the manifest declares first. A class or an instance of a defined type stands where it
 * was declared, with all that it declares.
 * @param graph Without cycles.
 */
export function manifestSequence(graph: Numbered & Pick<Graph, 'successors'>): Int32Array {
  const { size, successors } = graph;
  const positions = manifestPositions(graph);
  const waiting = new Int32Array(size);
  for (const target of successors.targets) waiting[target] = ensureDefined(waiting[target]) + 1;
  const free = [...waiting.keys()].filter((node) => waiting[node] === 0);
  const queue = new TinyQueue(free, (a, b) => ensureDefined(positions[a]) - ensureDefined(positions[b]));
  const sequence = new Int32Array(size);
  let length = 0;
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    sequence[length++] = node;
    const [start, end] = successors.range(node);
    for (let slot = start; slot < end; slot++) {
      const next = ensureDefined(successors.targets[slot]);
      const left = ensureDefined(waiting[next]) - 1;
      waiting[next] = left;
      if (left === 0) queue.push(next);
    }
  }
  return sequence;
}

/** Where each node stands in the manifest if every body were written out in the place where it was declared. */
export function manifestPositions({ catalog, size, first, last }: Numbered): Int32Array {
  const children = new Map<number, number[]>();
  // A stack of its own: bodies may be nested more deeply than the call stack allows.
  const open: { readonly index: number; readonly left: boolean }[] = [];
  for (const { index, declaredIn } of catalog.resources) {
    // The manifest itself.
    if (declaredIn === undefined) open.push({ index, left: false });
    else if (children.has(declaredIn)) children.get(declaredIn)?.push(index);
    else children.set(declaredIn, [index]);
  }
  const positions = new Int32Array(size);
  let position = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { index, left } = next;
    positions[left ? last(index) : first(index)] = position++;
    if (left || first(index) === last(index)) continue;
    open.push({ index, left: true });
    for (const child of (children.get(index) ?? []).reverse()) open.push({ index: child, left: false });
  }
  return positions;
}
