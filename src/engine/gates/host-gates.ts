import type { CatalogResource } from '../../catalog/catalog.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { ChangeCounter } from '../change-counter.js';
import type { Graph } from '../graph/graph.js';
import type { Propagation } from '../node-state.js';
import type { GateResult, Gates, IncomingGate, OutgoingGate, RemoteResource } from './gate.js';

const none: readonly OutgoingGate[] = [];

interface GateContext {
  /** The name of this host. */
  readonly hostName: string;
  readonly graph: Graph;
  readonly changes: ChangeCounter;
}

/**
 * The gates of one host by the nodes of its graph. Resources of other hosts have indices behind those of the catalog, so
 * that they propagate through the graph as if they were part of it.
 */
export class HostGates {
  readonly #outgoing = new Map<number, OutgoingGate[]>();
  readonly #remote: RemoteResource[] = [];
  readonly #indices = new Map<string, number>();
  /** References of other hosts' resources that have been received as causes. */
  readonly #fromElsewhere = new Set<string>();
  #changedElsewhere = false;

  constructor(
    private readonly context: GateContext,
    private readonly gates: Gates | undefined,
  ) {
    for (const gate of gates?.outgoing ?? []) {
      const node = context.graph.last(gate.source);
      const known = this.#outgoing.get(node);
      if (known === undefined) this.#outgoing.set(node, [gate]);
      else known.push(gate);
    }
  }

  get incoming(): readonly IncomingGate[] {
    return this.gates?.incoming ?? [];
  }

  /** Returns the node that waits for a gate. */
  nodeBehind({ target }: IncomingGate): number {
    return this.context.graph.first(target);
  }

  /** Returns the gates that a node opens when it has ended. */
  outgoingOf(node: number): readonly OutgoingGate[] {
    return this.#outgoing.get(node) ?? none;
  }

  /** Waits for a gate to open; meanwhile other hosts may take the place of this one. */
  async idle(until: Promise<void>): Promise<void> {
    await (this.gates === undefined ? until : this.gates.idle(until));
  }

  /** Returns a resource of the catalog or of another host; undefined for -1. */
  resource(index: number): Pick<CatalogResource, 'reference' | 'noop'> | undefined {
    const { resources } = this.context.graph.catalog;
    return resources[index] ?? this.#remote[index - resources.length];
  }

  /** Returns why a resource of another host was not applied, unless it has failed there. */
  reasonOf(index: number): string | undefined {
    return this.#remote[index - this.context.graph.catalog.resources.length]?.reason;
  }

  /** Converts the result of a predecessor on another host to what a predecessor on this host propagates. */
  receive(result: GateResult): Propagation {
    const { event, causes, disturber, awaited, failure, changed } = result;
    if (changed) {
      this.#changedElsewhere = true;
      // What has been read on this host may depend on what was changed there.
      this.context.changes.increment();
    }
    for (const cause of causes) this.#fromElsewhere.add(cause);
    return {
      event,
      causes,
      disturber: this.#indexOf(disturber),
      awaited: this.#indexOf(awaited),
      failure: this.#indexOf(failure),
    };
  }

  /** Opens the gates of a node. */
  open(node: number, { event, causes, disturber, awaited, failure }: Propagation): void {
    const gates = this.outgoingOf(node);
    if (gates.length === 0) return;
    const result: GateResult = {
      event,
      causes: causes.map((reference) => this.#nameOf(reference)),
      disturber: this.#remoteOf(disturber),
      awaited: this.#remoteOf(awaited),
      failure: this.#remoteOf(failure),
      changed: this.#changedElsewhere || this.context.changes.count > 0,
    };
    for (const gate of gates) gate.open(result);
  }

  #indexOf(remote: RemoteResource | undefined): number {
    if (remote === undefined) return -1;
    const key = JSON.stringify([remote.reference, remote.noop, remote.reason]);
    let index = this.#indices.get(key);
    if (index === undefined) {
      index = this.context.graph.catalog.resources.length + this.#remote.length;
      this.#remote.push(remote);
      this.#indices.set(key, index);
    }
    return index;
  }

  #remoteOf(index: number): RemoteResource | undefined {
    if (index < 0) return undefined;
    const { resources } = this.context.graph.catalog;
    const own = resources[index];
    if (own === undefined) return ensureDefined(this.#remote[index - resources.length]);
    return { reference: this.#nameOf(own.reference), noop: own.noop === true };
  }

  /** Names a resource with its host; what another host has caused has one already. */
  #nameOf(reference: string): string {
    return this.#fromElsewhere.has(reference) ? reference : nameOnHost(reference, this.context.hostName);
  }
}

/** Returns the name of a resource for messages on other hosts. */
export function nameOnHost(reference: string, host: string): string {
  return `${reference} on ${host}`;
}
