import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import type { RunEvent } from '../engine/events.js';
import { nameOnHost } from '../engine/gates/host-gates.js';
import type { ProviderLookup } from '../engine/group.js';
import { FORMAT_VERSION } from '../engine/report.js';
import type { RunOptions } from '../engine/run-options.js';
import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError, messageOf, raise } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import type { FleetCatalog } from './fleet-catalog.js';
import type { FleetListener, FleetReport, HostEventBody, HostResult } from './fleet-report.js';
import { FleetOrder } from './order/fleet-order.js';
import { FailureLimit, type HostShare } from './running/failure-limit.js';
import { GateBoard } from './running/gate-board.js';
import { type HostAccess, Machines } from './running/host-access.js';
import { createGates } from './running/host-gates.js';
import { type FleetContext, Member } from './running/member.js';
import { divideIntoSteps, type Sequence, type Serial } from './running/rollout.js';
import { Slots } from './running/slots.js';
import { Unreachable } from './unreachable.js';

/** The number of hosts at work at once. */
const FORKS = 20;

/** The options of a run of several hosts. */
export interface FleetRunOptions extends Omit<RunOptions, 'listener' | 'providers' | 'remarks'> {
  /** Called with each event. @default events are discarded */
  readonly listener?: FleetListener;
  /** Returns the providers for a host; simulated hosts have their own. @default the providers registered with `provide` */
  readonly providersOf?: (host: string) => ProviderLookup;
  /** The hosts of the run. What others have counts as applied, and is in the report. @default all with a catalog */
  readonly limit?: ReadonlySet<string>;
  /** The number of hosts at work at once. A host that waits for others does not count. @default 20 */
  readonly forks?: number;
  /**
   * The sizes of the steps of a rollout, for all hosts or by group. A step begins when all hosts of the one before it have
   * ended; if one of them failed or was unreachable, only if `maxFailures` permits it. @default one step
   */
  readonly serial?: Serial;
  /**
   * How many hosts may fail or be unreachable, as a number or a percentage of the hosts of the run. With more of them, the
   * run is stopped on all hosts. @default any number; with `serial`, no further step begins after a failure
   */
  readonly maxFailures?: HostShare;
  /** How long a host may be at work in seconds, without the time in which it waits for others. @default no limit */
  readonly deadline?: number;
}

/**
 * Runs the catalogs of a fleet on their hosts, in the order that the relations between them demand.
 * What fails on a host is in the report; the promise is rejected only if the run cannot take place.
 * @param hosts By name: hosts, or functions that connect to them when their turn comes.
 * @throws {GlanceApplyError} `fleet.rollout`, `fleet.unknown-group`, `fleet.unknown-host`, `fleet.order`.
 */
export async function runFleet(
  catalog: FleetCatalog,
  hosts: ReadonlyMap<string, HostAccess>,
  options: FleetRunOptions = {},
): Promise<FleetReport> {
  return new FleetRun(catalog, hosts, options).run();
}

class FleetRun {
  readonly #runId = randomUUID();
  readonly #names: readonly string[];
  readonly #sequences: readonly Sequence[];
  readonly #limit: FailureLimit;
  readonly #board: GateBoard;
  readonly #members = new Map<string, Member>();
  readonly #results = new Map<string, HostResult>();
  readonly #stop: AbortSignal;
  readonly #context: FleetContext;
  /** The hosts whose run has begun and has not ended. */
  readonly #current = new Set<Member>();

  constructor(
    private readonly catalog: FleetCatalog,
    hosts: ReadonlyMap<string, HostAccess>,
    private readonly options: FleetRunOptions,
  ) {
    const { forks = FORKS, limit } = options;
    if (!Number.isInteger(forks) || forks < 1)
      raise('fleet.rollout', `forks cannot be ${forks}: it is a number of hosts, at least 1`);
    refuseUnknownHosts(catalog, limit);
    this.#names = [...catalog.inventory.hosts.keys()].filter(
      (name) => (limit?.has(name) ?? true) && !catalog.omitted.has(name),
    );
    this.#sequences = divideIntoSteps(catalog.inventory, this.#names, options.serial);
    this.#limit = new FailureLimit(options.maxFailures, this.#names.length);
    const never = new AbortController().signal;
    this.#stop = AbortSignal.any([options.stop ?? never, this.#limit.exceeded]);
    setMaxListeners(0, this.#stop, this.#limit.exceeded);
    const ofRun = new Set(this.#names);
    this.#board = new GateBoard(catalog, (host) => ofRun.has(host));
    this.#context = {
      runId: this.#runId,
      options: (host) => this.#optionsOf(host),
      slots: new Slots(forks),
      openings: new PQueue({ concurrency: forks }),
      machines: new Machines(),
      deadline: options.deadline,
      member: (host) => this.#members.get(host),
      waiting: (host, waiting) => {
        this.#emit(host, { type: 'host-waiting', waiting });
        if (waiting) this.#watchForStall();
      },
      warn: (host, diagnostic) => this.#warn(host, diagnostic),
    };
    const orders = new FleetOrder(catalog.catalogs, catalog.edges).orders(options.ordering);
    for (const name of this.#names) {
      const own = catalog.catalogs.get(name);
      if (own === undefined) continue;
      const access =
        hosts.get(name) ??
        raise('fleet.unknown-host', `the run was not given the host ${name}, which has a catalog`);
      const isAlone = this.#board.into(name).length + this.#board.outOf(name).length === 0;
      const gates = (member: Member) =>
        isAlone ? undefined : createGates(name, this.#board, orders.get(name) ?? [], keeperOf(member));
      this.#members.set(name, new Member(name, own, access, gates, this.#context));
    }
  }

  async run(): Promise<FleetReport> {
    const { mode = 'apply', listener } = this.options;
    const started = new Date();
    const startTime = performance.now();
    for (const [host, failure] of this.catalog.failures) {
      if (!this.#names.includes(host)) continue;
      const { cause, diagnostics } = failure;
      this.#finish(
        cause instanceof Unreachable
          ? { host, outcome: 'unreachable', reason: cause.message, diagnostics, report: undefined }
          : { host, outcome: 'failed', reason: 'it could not be compiled', diagnostics, report: undefined },
      );
    }
    await Promise.all(this.#sequences.map((sequence) => this.#runSequence(sequence)));
    await Promise.all([...this.#members.values()].map((member) => member.close()));
    const identity = { formatVersion: FORMAT_VERSION, runId: this.#runId } as const;
    const report: FleetReport = {
      ...identity,
      mode,
      started: started.toISOString(),
      duration: performance.now() - startTime,
      interrupted: this.#stop.aborted,
      interruption: this.#stop.aborted ? reasonOf(this.#stop) : undefined,
      hosts: this.#names.flatMap((name) => this.#results.get(name) ?? []),
      assumptions: this.#board.assumptions,
    };
    listener?.({ ...identity, type: 'fleet-finished', report });
    return report;
  }

  async #runSequence(sequence: Sequence): Promise<void> {
    let halted: string | undefined;
    for (const step of sequence) {
      await Promise.all(step.map((name) => this.#runHost(name, halted)));
      const bad = step.find((name) => isBad(this.#results.get(name)));
      if (bad !== undefined && this.options.maxFailures === undefined)
        halted ??= `${bad}, of a step before it, ${this.#results.get(bad)?.outcome === 'failed' ? 'failed' : 'was unreachable'}`;
    }
  }

  async #runHost(name: string, halted: string | undefined): Promise<void> {
    const member = this.#members.get(name);
    if (member === undefined || this.#results.has(name)) return;
    const skip = (reason: string) =>
      this.#finish({ host: name, outcome: 'not-attempted', reason, diagnostics: [], report: undefined });
    if (halted !== undefined) skip(halted);
    else if (this.#stop.aborted) skip(reasonOf(this.#stop) ?? 'the run was interrupted');
    else {
      this.#current.add(member);
      this.#emit(name, { type: 'host-started' });
      this.#finish(await member.run());
    }
    await member.close();
    this.#current.delete(member);
    this.#watchForStall();
  }

  #finish(result: HostResult): void {
    const { host, outcome, reason } = result;
    if (this.#results.has(host)) return;
    this.#results.set(host, result);
    if (isBad(result)) this.#limit.count(host);
    this.#board.close(host, describeEnd(host, outcome, reason));
    this.#emit(host, { type: 'host-finished', result });
  }

  #optionsOf(host: string): RunOptions {
    const { mode, name, stateDirectory, abort, types, ordering, providersOf } = this.options;
    const given = Object.entries({ mode, name, stateDirectory, abort, types, ordering });
    return {
      ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
      ...(providersOf === undefined ? {} : { providers: providersOf(host) }),
      stop: this.#stop,
      listener: (event) => this.#receive(event),
    };
  }

  #receive(event: RunEvent): void {
    this.options.listener?.(event);
    if (event.type === 'resource-finished' && event.resource.outcome === 'failed')
      this.#limit.count(event.host);
  }

  #warn(host: string, diagnostic: Diagnostic): void {
    this.options.listener?.({ ...this.#identityOf(host), type: 'warning', diagnostic });
  }

  #emit(host: string, body: HostEventBody): void {
    this.options.listener?.({ ...this.#identityOf(host), ...body });
  }

  #identityOf(host: string) {
    return { formatVersion: FORMAT_VERSION, runId: this.#runId, host } as const;
  }

  #describeStall(name: string): GlanceApplyError {
    const edge = this.#board.into(name).find(({ source }) => {
      const member = this.#members.get(source.host);
      return member !== undefined && !this.#current.has(member) && !this.#results.has(source.host);
    });
    const awaited = edge === undefined ? 'resources' : nameOnHost(edge.source.reference, edge.source.host);
    return new GlanceApplyError(
      problem('fleet.order', `${name} waits for ${awaited}, a host of a later step of the rollout`, {
        location: edge?.location,
        hint: 'order the hosts so that those that others wait for come first, or put them into one step',
      }),
    );
  }

  /** Ends the waiting of hosts for a host of a later step, which does not begin before they have ended. */
  #watchForStall(): void {
    setImmediate(() => {
      const current = [...this.#current];
      if (!current.every(({ isWaiting }) => isWaiting)) return;
      for (const member of current) member.stall(this.#describeStall(member.name));
    });
  }
}

function keeperOf(member: Member) {
  return {
    note: member.note.bind(member),
    idle: member.idle.bind(member),
    settle: member.settle.bind(member),
  };
}

function isBad(result: HostResult | undefined): boolean {
  return result?.outcome === 'failed' || result?.outcome === 'unreachable';
}

function describeEnd(host: string, outcome: HostResult['outcome'], reason: string | undefined): string {
  const why = reason === undefined ? '' : `: ${reason}`;
  if (outcome === 'unreachable') return `${host} is unreachable${why}`;
  if (outcome === 'not-attempted') return `the run did not begin on ${host}${why}`;
  return `the run on ${host} ended before its step${why}`;
}

function reasonOf({ reason }: AbortSignal): string | undefined {
  return reason instanceof Error && reason.name !== 'AbortError' ? messageOf(reason) : undefined;
}

function refuseUnknownHosts({ inventory }: FleetCatalog, limit: ReadonlySet<string> | undefined): void {
  for (const name of limit ?? []) {
    if (inventory.hosts.has(name)) continue;
    raise('fleet.unknown-host', `the inventory has no host named '${name}'`, {
      hint: didYouMean(name, [...inventory.hosts.keys()]),
    });
  }
}
