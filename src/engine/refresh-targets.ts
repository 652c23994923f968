import { ensureDefined } from '../errors/ensure-defined.js';
import type { OutgoingGate } from './gates/gate.js';
import type { HostGates } from './gates/host-gates.js';
import type { Graph } from './graph/graph.js';

/** The number of origins of a refresh that are recorded: enough to explain it, whatever the fan-in. */
export const MAX_ORIGINS = 5;

/** What changes refresh, each with the nodes of the changed resources. */
export interface RefreshTargets {
  /** By node. */
  readonly resources: ReadonlyMap<number, readonly number[]>;
  /** The gates behind which resources of other hosts are refreshed. */
  readonly gates: ReadonlyMap<OutgoingGate, readonly number[]>;
}

/**
 * Finds the nodes that changes of some nodes refresh, each with its origins: along refresh edges, through containers and
 * anchors, to the first native resource on each path. What that resource refreshes in turn is not included. Only the
 * first few origins of each are recorded, which keeps the work linear.
 */
export function refreshTargets(
  graph: Graph,
  nodes: Iterable<number>,
  outgoing?: Pick<HostGates, 'outgoingOf'>,
): RefreshTargets {
  const { successors } = graph;
  const targets = new Map<number, number[]>();
  const gates = new Map<OutgoingGate, number[]>();
  const transparentNodes = new Map<number, number[]>();
  for (const origin of nodes) {
    const open = [origin];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const gate of outgoing?.outgoingOf(node) ?? []) if (gate.refresh) addOrigin(gates, gate, origin);
      const [start, end] = successors.range(node);
      for (let slot = start; slot < end; slot++) {
        const next = ensureDefined(successors.targets[slot]);
        if (successors.refresh[slot] === 0) continue;
        const isTransparent = graph.isTransparent(next);
        if (addOrigin(isTransparent ? transparentNodes : targets, next, origin) && isTransparent)
          open.push(next);
      }
    }
  }
  return { resources: targets, gates };
}

/** Returns false if the origin is recorded already, or the maximum is reached. */
function addOrigin<T>(origins: Map<T, number[]>, target: T, origin: number): boolean {
  const known = origins.get(target);
  if (known === undefined) origins.set(target, [origin]);
  else if (known.length === MAX_ORIGINS || known.at(-1) === origin) return false;
  else known.push(origin);
  return true;
}
