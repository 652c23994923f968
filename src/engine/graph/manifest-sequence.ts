import TinyQueue from 'tinyqueue';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Graph } from './graph.js';

/** A catalog whose resources have nodes. */
type Numbered = Pick<Graph, 'catalog' | 'size' | 'first' | 'last'>;

/**
 * Returns all nodes in the order in which Puppet applies them one after the other: by the relations, and among the
 * nodes that are ready, by the order of the manifest. A class or an instance of a defined type is at the position
 * where it is declared, with everything that it declares.
 * @param graph A graph without cycles.
 */
export function manifestSequence(graph: Numbered & Pick<Graph, 'successors'>): Int32Array {
  const { size, successors } = graph;
  const positions = manifestPositions(graph);
  const waiting = successors.countPredecessors();
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

/** Returns the position of each node in the manifest, as if every body were inlined where it is declared. */
export function manifestPositions({ catalog, size, first, last }: Numbered): Int32Array {
  const children = new Map<number, number[]>();
  // An explicit stack: bodies may be nested more deeply than the call stack allows.
  const open: { readonly index: number; readonly isEnd: boolean }[] = [];
  for (const { index, declaredIn } of catalog.resources) {
    // The manifest itself.
    if (declaredIn === undefined) open.push({ index, isEnd: false });
    else if (children.has(declaredIn)) children.get(declaredIn)?.push(index);
    else children.set(declaredIn, [index]);
  }
  const positions = new Int32Array(size);
  let position = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { index, isEnd } = next;
    positions[isEnd ? last(index) : first(index)] = position++;
    if (isEnd || first(index) === last(index)) continue;
    open.push({ index, isEnd: true });
    for (const child of (children.get(index) ?? []).reverse()) open.push({ index: child, isEnd: false });
  }
  return positions;
}
