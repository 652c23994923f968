import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Adjacency } from './edges.js';

/** The strongly connected components of a graph. */
export interface Components {
  /** The number of each node's component; its successors have lower or equal numbers. */
  readonly componentOf: Int32Array;
  /** The components with a cycle: those of several nodes, or of one with an edge to itself. */
  readonly cyclic: readonly (readonly number[])[];
}

/** Tarjan's algorithm with an explicit stack: a chain of 100,000 resources would overflow the call stack. */
export function findComponents(adjacency: Adjacency, size: number): Components {
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const componentOf = new Int32Array(size).fill(-1);
  const position = new Int32Array(size);
  const path: number[] = [];
  const open: number[] = [];
  const cyclic: number[][] = [];
  let time = 0;
  let count = 0;

  const enter = (node: number) => {
    order[node] = time;
    low[node] = time++;
    position[node] = adjacency.range(node)[0];
    path.push(node);
    open.push(node);
    onStack[node] = 1;
  };

  const leave = (node: number) => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(ensureDefined(low[parent]), ensureDefined(low[node]));
    if (low[node] !== order[node]) return;
    const members: number[] = [];
    let member: number;
    do {
      member = ensureDefined(open.pop());
      onStack[member] = 0;
      componentOf[member] = count;
      members.push(member);
    } while (member !== node);
    count++;
    if (members.length > 1 || hasSelfEdge(adjacency, node)) cyclic.push(members.reverse());
  };

  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    while (path.length > 0) {
      const node = ensureDefined(path.at(-1));
      const slot = ensureDefined(position[node]);
      if (slot === adjacency.range(node)[1]) {
        leave(node);
        continue;
      }
      position[node] = slot + 1;
      const next = ensureDefined(adjacency.targets[slot]);
      if (order[next] === -1) enter(next);
      else if (onStack[next] === 1)
        low[node] = Math.min(ensureDefined(low[node]), ensureDefined(order[next]));
    }
  }
  return { componentOf, cyclic };
}

function hasSelfEdge(adjacency: Adjacency, node: number): boolean {
  const [start, end] = adjacency.range(node);
  for (let slot = start; slot < end; slot++) if (adjacency.targets[slot] === node) return true;
  return false;
}
