import type { GateResult } from '../../engine/gates/gate.js';
import { nameOnHost } from '../../engine/gates/host-gates.js';
import { NO_EVENT } from '../../engine/node-state.js';
import type { FleetCatalog, FleetEdge, FleetNode } from '../fleet-catalog.js';
import type { Assumption } from '../fleet-report.js';

const done: GateResult = {
  event: NO_EVENT,
  causes: [],
  disturber: undefined,
  awaited: undefined,
  failure: undefined,
  changed: false,
};

/** The relations between the hosts of a run, each with the result of its source as soon as it is known. */
export class GateBoard {
  readonly #results = new Map<
    FleetEdge,
    { promise: Promise<GateResult>; open: (result: GateResult) => void }
  >();
  readonly #bySource = new Map<string, FleetEdge[]>();
  readonly #byTarget = new Map<string, FleetEdge[]>();
  readonly #assumed = new Map<string, FleetEdge[]>();

  /** @param isOfRun Whether a host is part of the run; what the others have counts as applied. */
  constructor({ edges, failures, catalogs }: FleetCatalog, isOfRun: (host: string) => boolean) {
    for (const edge of edges) {
      const { source, target } = edge;
      let open: (result: GateResult) => void = () => {};
      const promise = new Promise<GateResult>((resolve) => (open = resolve));
      this.#results.set(edge, { promise, open });
      push(this.#bySource, source.host, edge);
      push(this.#byTarget, target.host, edge);
      if (isOfRun(source.host) && (catalogs.has(source.host) || failures.has(source.host))) continue;
      open(done);
      if (isOfRun(target.host)) push(this.#assumed, inWords(source), edge);
    }
  }

  /** The relations whose target is on a host. */
  into(host: string): readonly FleetEdge[] {
    return this.#byTarget.get(host) ?? [];
  }

  /** The relations whose source is on a host. */
  outOf(host: string): readonly FleetEdge[] {
    return this.#bySource.get(host) ?? [];
  }

  /** Resolves when the source of a relation has ended, or when it is certain that it will not be applied. */
  result(edge: FleetEdge): Promise<GateResult> {
    return this.#results.get(edge)?.promise ?? Promise.resolve(done);
  }

  open(edge: FleetEdge, result: GateResult): void {
    this.#results.get(edge)?.open(result);
  }

  /** Opens all gates of a host that has ended: what has not been applied until now will not be. */
  close(host: string, reason: string): void {
    for (const edge of this.outOf(host)) {
      const reference = inWords(edge.source);
      const failure = { reference, noop: false, reason: `${reference} was not applied: ${reason}` };
      this.open(edge, { ...done, failure });
    }
  }

  get assumptions(): Assumption[] {
    return [...this.#assumed].map(([assumed, edges]) => ({
      assumed,
      for: edges.map(({ target }) => inWords(target)),
      location: edges[0]?.location,
    }));
  }
}

function inWords({ reference, host }: FleetNode): string {
  return nameOnHost(reference, host);
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
