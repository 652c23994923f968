import type { Catalog } from '../../catalog/catalog.js';
import type { OrderElsewhere } from '../../engine/gates/gate.js';
import { nameOnHost } from '../../engine/gates/host-gates.js';
import { buildGraph } from '../../engine/graph/build-graph.js';
import { relationPhrases } from '../../engine/graph/describe-cycle.js';
import { Adjacency, type Edge } from '../../engine/graph/edges.js';
import type { Ordering } from '../../engine/graph/ordering.js';
import { findComponents } from '../../engine/graph/strongly-connected.js';
import { type Diagnostic, problem, type RelatedLocation } from '../../errors/diagnostic.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { FleetEdge, FleetNode } from '../fleet-catalog.js';
import { HostReach } from './host-reach.js';

/** A relation between hosts that both have a catalog. */
interface Crossing {
  readonly edge: FleetEdge;
  readonly source: FleetNode & { readonly index: number };
  readonly target: FleetNode & { readonly index: number };
}

/**
 * The order of resources that follows from relations between hosts. Only hosts that depend on each other, directly or
 * through others, are looked at: between any others, a relation cannot close a cycle.
 */
export class FleetOrder {
  readonly #reach = new Map<string, HostReach>();
  /** The relations between such hosts, by host and index of their source. */
  readonly #from = new Map<string, Map<number, Crossing[]>>();

  constructor(
    private readonly catalogs: ReadonlyMap<string, Catalog>,
    edges: readonly FleetEdge[],
  ) {
    for (const crossing of findMutual(edges.flatMap(toCrossing))) {
      const { host, index } = crossing.source;
      const ofHost = this.#from.get(host) ?? new Map<number, Crossing[]>();
      this.#from.set(host, ofHost);
      const known = ofHost.get(index);
      if (known === undefined) ofHost.set(index, [crossing]);
      else known.push(crossing);
    }
    for (const [host, exits] of this.#from)
      this.#reach.set(host, new HostReach(ensureDefined(catalogs.get(host)), new Set(exits.keys())));
  }

  /** Describes one cycle for each set of resources that depend on each other through several hosts. */
  describeCycles(): Diagnostic[] {
    const crossings = [...this.#from.values()].flatMap((exits) => [...exits.values()].flat());
    const numbers = new Map(crossings.map((crossing, number) => [crossing, number]));
    const edges = crossings.flatMap((crossing, source) =>
      [...this.#next(crossing)].map((next): Edge => {
        const target = ensureDefined(numbers.get(next));
        return { source, target, refresh: false, origin: 'require', relation: -1 };
      }),
    );
    const { cyclic } = findComponents(new Adjacency(crossings.length, edges), crossings.length);
    return cyclic.map((members) => {
      const inside = new Set(members.map((number) => ensureDefined(crossings[number])));
      return this.#describe(this.#shortestCycle(inside));
    });
  }

  /**
   * Returns for each host the order of its resources that follows from relations with other hosts, so that its graph adds
   * nothing that contradicts them. The hosts are ordered one after the other, each consistently with those before it.
   */
  orders(ordering: Ordering | undefined): ReadonlyMap<string, readonly OrderElsewhere[]> {
    const orders = new Map<string, readonly OrderElsewhere[]>();
    for (const [host, exits] of this.#from) {
      const own = [...exits.keys()].flatMap((before) =>
        [...this.#returnsTo(host, before)].map((after) => ({ before, after })),
      );
      orders.set(host, own);
      this.#reach.get(host)?.extend(buildGraph(ensureDefined(this.catalogs.get(host)), ordering, own));
    }
    return orders;
  }

  /** Yields the relations that begin with resources after the target of a relation. */
  *#next({ target }: Crossing): Iterable<Crossing> {
    const exits = this.#reach.get(target.host)?.exitsAfter(target.index) ?? [];
    for (const exit of exits) yield* this.#from.get(target.host)?.get(exit) ?? [];
  }

  /** Returns the resources of a host that come after one of its resources through other hosts. */
  #returnsTo(host: string, index: number): ReadonlySet<number> {
    const found = new Set<number>();
    const seen = new Set<Crossing>();
    const open = [...(this.#from.get(host)?.get(index) ?? [])];
    for (let crossing = open.pop(); crossing !== undefined; crossing = open.pop()) {
      if (seen.has(crossing)) continue;
      seen.add(crossing);
      if (crossing.target.host === host) found.add(crossing.target.index);
      else open.push(...this.#next(crossing));
    }
    return found;
  }

  #shortestCycle(inside: ReadonlySet<Crossing>): Crossing[] {
    let best: Crossing[] = [];
    for (const start of [...inside].slice(0, 64)) {
      const cycle = this.#cycleThrough(start, inside);
      if (cycle.length > 0 && (best.length === 0 || cycle.length < best.length)) best = cycle;
    }
    return best;
  }

  #cycleThrough(start: Crossing, inside: ReadonlySet<Crossing>): Crossing[] {
    const before = new Map<Crossing, Crossing>();
    const open = [start];
    for (let at = 0; at < open.length; at++) {
      const crossing = ensureDefined(open[at]);
      for (const next of this.#next(crossing)) {
        if (next === start) {
          const cycle = [crossing];
          for (let one = before.get(crossing); one !== undefined; one = before.get(one)) cycle.push(one);
          return cycle.reverse();
        }
        if (!inside.has(next) || before.has(next)) continue;
        before.set(next, crossing);
        open.push(next);
      }
    }
    return [];
  }

  #describe(cycle: readonly Crossing[]): Diagnostic {
    const names = cycle.flatMap(({ source, target }) => [inWords(source), inWords(target)]);
    const path = [...names, ensureDefined(names[0])].filter((name, at, all) => name !== all[at - 1]);
    const related = cycle.flatMap(({ edge, source, target }, at): RelatedLocation[] => {
      const { source: exit } = ensureDefined(cycle[(at + 1) % cycle.length]);
      const crossing = {
        message: `${inWords(source)} ${relationPhrases[edge.origin]} ${inWords(target)}`,
        location: edge.location,
      };
      if (exit.index === target.index) return [crossing];
      const location = this.catalogs.get(exit.host)?.resources[exit.index]?.location;
      return [crossing, { message: `${inWords(target)} is before ${inWords(exit)}`, location }];
    });
    return problem('graph.cycle', `these resources depend on each other: ${path.join(' → ')}`, {
      location: cycle.map(({ edge }) => edge.location).find((location) => location !== undefined),
      related,
      hint: 'remove or reverse one of these relations',
    });
  }
}

function inWords({ reference, host }: FleetNode): string {
  return nameOnHost(reference, host);
}

function toCrossing(edge: FleetEdge): Crossing[] {
  const { source, target } = edge;
  if (source.index === undefined || target.index === undefined) return [];
  return [{ edge, source: { ...source, index: source.index }, target: { ...target, index: target.index } }];
}

/** Returns the relations between hosts that depend on each other. */
function findMutual(crossings: readonly Crossing[]): Crossing[] {
  const numbers = new Map<string, number>();
  const numberOf = (host: string) => {
    const known = numbers.get(host) ?? numbers.size;
    numbers.set(host, known);
    return known;
  };
  const pairs = new Set<string>();
  const edges = crossings.flatMap(({ source, target }): Edge[] => {
    const [from, to] = [numberOf(source.host), numberOf(target.host)];
    if (pairs.has(`${from} ${to}`)) return [];
    pairs.add(`${from} ${to}`);
    return [{ source: from, target: to, refresh: false, origin: 'require', relation: -1 }];
  });
  const { componentOf } = findComponents(new Adjacency(numbers.size, edges), numbers.size);
  return crossings.filter(
    ({ source, target }) => componentOf[numberOf(source.host)] === componentOf[numberOf(target.host)],
  );
}
