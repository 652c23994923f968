import type PQueue from 'p-queue';
import type { Catalog } from '../../catalog/catalog.js';
import type { Gates, RemoteNote } from '../../engine/gates/gate.js';
import { OpenRun } from '../../engine/open-run.js';
import type { Report } from '../../engine/report.js';
import type { RunOptions } from '../../engine/run-options.js';
import { type Diagnostic, warning } from '../../errors/diagnostic.js';
import { GlanceApplyError, messageOf } from '../../errors/glance-apply-error.js';
import type { Host } from '../../hosts/host.js';
import type { FleetEdge } from '../fleet-catalog.js';
import type { HostResult } from '../fleet-report.js';
import { Unreachable } from '../unreachable.js';
import { Deadline } from './deadline.js';
import { connect, type HostAccess, type Machines } from './host-access.js';
import { Recordings } from './recordings.js';
import type { Slots } from './slots.js';

/** How long a run may take to end after its deadline, in milliseconds: what hangs is then abandoned. */
const GRACE = 5000;

/** What all hosts of a run share. */
export interface FleetContext {
  readonly runId: string;
  /** The options of the run on each host. */
  readonly options: (host: string) => RunOptions;
  readonly slots: Slots;
  /** Limits the hosts that are being opened, which may happen before they are at work. */
  readonly openings: PQueue;
  readonly machines: Machines;
  readonly deadline: number | undefined;
  /** Returns another host of the run; undefined if it is not part of it or has no catalog. */
  member(host: string): Member | undefined;
  /** Called whenever a host begins or ends to wait for others. */
  waiting(host: string, isWaiting: boolean): void;
  warn(host: string, diagnostic: Diagnostic): void;
}

/** The run on one host of a fleet. */
export class Member {
  readonly #deadline: Deadline;
  readonly #lost = new AbortController();
  readonly #stalled = new AbortController();
  readonly #recordings: Recordings;
  /** What this host has recorded on others for a change in progress. */
  readonly #notes = new Set<RemoteNote>();
  #host: Promise<Host> | undefined;
  #opening: Promise<OpenRun> | undefined;
  #releaseSlot: () => void = () => {};
  #closing: Promise<void> | undefined;
  #isWaiting = false;
  #hasEnded = false;
  #whyEnded: string;

  constructor(
    readonly name: string,
    private readonly catalog: Catalog,
    private readonly access: HostAccess,
    private readonly gates: (member: Member) => Gates | undefined,
    private readonly context: FleetContext,
  ) {
    this.#deadline = new Deadline(context.deadline);
    this.#whyEnded = `the run on ${name} has ended`;
    this.#recordings = new Recordings(
      () => this.#whyEnded,
      () => this.#open(),
    );
  }

  /** Whether it has nothing to do until something on another host has ended. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  /** Ends the wait of a host for something that will not happen. */
  stall(reason: GlanceApplyError): void {
    this.#stalled.abort(reason);
  }

  /** Runs the catalog on the host, or reports why not. */
  async run(): Promise<HostResult> {
    this.#releaseSlot = await this.context.slots.acquire(false);
    this.#deadline.start();
    try {
      const report = await this.#abandonable(this.#execute());
      return this.#toResult(report);
    } catch (error) {
      return this.#toFailure(error);
    } finally {
      this.#deadline.pause();
      this.#releaseSlot();
    }
  }

  /** Releases the host, also one that was opened and never run. */
  close(): Promise<void> {
    this.#closing ??= this.#closeNow();
    return this.#closing;
  }

  async #closeNow(): Promise<void> {
    this.#hasEnded = true;
    for (const note of this.#notes) note.keep();
    const opening = this.#opening;
    this.#opening = Promise.reject(new Error(`the run on ${this.name} has ended`));
    this.#opening.catch(() => {});
    const release = async () => {
      const run = await opening?.catch(() => undefined);
      await run?.release().catch(() => {});
      if (typeof this.access !== 'function') return;
      const host = await this.#host?.catch(() => undefined);
      await host?.close().catch(() => {});
    };
    // A host that hangs must not hold the others.
    if (this.#deadline.expired.aborted) {
      void release();
      return;
    }
    await this.#recordings.close();
    await release();
  }

  /** Begins to record something on this host. */
  begin(): ReturnType<Recordings['begin']> {
    return this.#recordings.begin();
  }

  /** Waits for other hosts, and lets another host be at work meanwhile. */
  async idle(until: Promise<void>): Promise<void> {
    this.#deadline.pause();
    this.#releaseSlot();
    this.#setWaiting(true);
    await until;
    this.#setWaiting(false);
    this.#releaseSlot = await this.context.slots.acquire(true);
    this.#deadline.start();
  }

  /** Waits until no other host records anything on this one. */
  settle(): Promise<void> {
    return this.#recordings.close();
  }

  /**
   * Records a refresh on another host before a change on this one: in the journal of that host, or, if that is not
   * possible, on this host, for the next run of both.
   */
  async note({ target }: FleetEdge, because: readonly string[]): Promise<RemoteNote> {
    const note = await this.#noteThere(target.host, target.reference, because).catch((error: unknown) =>
      this.#noteHere(target.host, target.reference, because, messageOf(error)),
    );
    this.#notes.add(note);
    return {
      withdraw: async () => {
        this.#notes.delete(note);
        await note.withdraw();
      },
      keep: () => {
        this.#notes.delete(note);
        note.keep();
      },
    };
  }

  async #noteThere(host: string, reference: string, because: readonly string[]): Promise<RemoteNote> {
    const member = this.context.member(host);
    if (member === undefined) throw new Error(`${host} is not part of this run`);
    const { run, end } = await member.begin();
    try {
      await run.note(reference, because);
    } catch (error) {
      end();
      throw error;
    }
    return {
      withdraw: async () => {
        await run.withdraw(reference).finally(end);
      },
      keep: end,
    };
  }

  async #noteHere(
    host: string,
    reference: string,
    because: readonly string[],
    reason: string,
  ): Promise<RemoteNote> {
    const { outbox } = await this.#open();
    if (outbox === undefined) throw new Error(reason);
    const entry = { host, reference, because };
    await outbox.note(entry);
    return {
      withdraw: () => outbox.withdraw(entry),
      keep: () => {
        const message = `the refresh of ${reference} on ${host} stays pending: ${reason}`;
        const hint = `it is recorded on ${this.name}, and made by the next run of both hosts`;
        this.context.warn(this.name, warning('refresh.remote', message, { hint }));
      },
    };
  }

  /** Hands over the refreshes on other hosts that earlier runs on this one could not record there. */
  async #deliver({ outbox }: OpenRun): Promise<void> {
    const entries = outbox?.entries ?? [];
    for (const { host, reference, because } of entries) {
      const member = this.context.member(host);
      const use = await member?.begin().catch(() => undefined);
      if (use === undefined) continue;
      try {
        const isKnown = await use.run.adopt(reference, because);
        if (!isKnown) {
          const message = `refresh left pending by an earlier run was dropped: ${reference} is no longer in the manifest of ${host}`;
          this.context.warn(this.name, warning('refresh.dropped', message));
        }
        if (this.context.options(this.name).mode !== 'plan') await outbox?.remove(host, [reference]);
      } finally {
        use.end();
      }
    }
  }

  async #execute(): Promise<Report> {
    const run = await this.#open();
    await this.#deliver(run);
    return run.execute();
  }

  /** Connects to the host, locks it and opens its records, once. */
  #open(): Promise<OpenRun> {
    this.#opening ??= this.context.openings.add(() => this.#openNow());
    return this.#opening;
  }

  async #openNow(): Promise<OpenRun> {
    this.#host = connect(this.access);
    const host = await this.#host;
    host.lost?.addEventListener('abort', () => this.#lost.abort(host.lost?.reason), { once: true });
    await this.context.machines.claim(this.name, host);
    const options = this.context.options(this.name);
    const gates = this.gates(this);
    const never = new AbortController().signal;
    const ends = [this.#lost.signal, this.#deadline.expired];
    const run = await OpenRun.open(this.catalog, host, {
      ...options,
      hostName: this.name,
      runId: this.context.runId,
      ...(gates === undefined ? {} : { gates }),
      stop: AbortSignal.any([options.stop ?? never, this.#stalled.signal, ...ends]),
      abort: AbortSignal.any([options.abort ?? never, ...ends]),
    });
    // An abandoned host may answer after all.
    if (this.#hasEnded) {
      await run.release();
      throw new Error(`the run on ${this.name} has ended`);
    }
    return run;
  }

  /** Waits for the run, but not longer than some seconds after the deadline. */
  #abandonable(run: Promise<Report>): Promise<Report> {
    const { expired } = this.#deadline;
    run.catch(() => {});
    return new Promise((resolve, reject) => {
      run.then(resolve, reject);
      const abandon = () => {
        const timer = setTimeout(() => reject(expired.reason), GRACE);
        run.finally(() => clearTimeout(timer)).catch(() => {});
      };
      expired.addEventListener('abort', abandon, { once: true });
    });
  }

  #setWaiting(isWaiting: boolean): void {
    this.#isWaiting = isWaiting;
    this.context.waiting(this.name, isWaiting);
  }

  #toResult(report: Report): HostResult {
    const { failed, skipped } = report.summary;
    const { signal: lost } = this.#lost;
    const { expired } = this.#deadline;
    const result = { host: this.name, diagnostics: [], report };
    if (lost.aborted) return { ...result, outcome: 'unreachable', reason: messageOf(lost.reason) };
    for (const { reason } of [expired, this.#stalled.signal]) {
      if (!GlanceApplyError.is(reason)) continue;
      const { diagnostics } = reason;
      return { ...result, diagnostics, outcome: 'failed', reason: diagnostics[0]?.message };
    }
    if (failed > 0 || report.faults.length > 0) return { ...result, outcome: 'failed', reason: undefined };
    const { interruption: reason } = report;
    if (report.interrupted && this.context.options(this.name).stop?.aborted !== true)
      return { ...result, outcome: 'failed', reason };
    const isComplete = skipped === 0 && !report.interrupted;
    return { ...result, outcome: isComplete ? 'done' : 'incomplete', reason };
  }

  #toFailure(error: unknown): HostResult {
    const { signal: lost } = this.#lost;
    const isUnreachable = lost.aborted || error instanceof Unreachable;
    const reason = lost.aborted ? messageOf(lost.reason) : messageOf(error);
    this.#whyEnded = isUnreachable ? `${this.name} is unreachable: ${reason}` : reason;
    return {
      host: this.name,
      outcome: isUnreachable ? 'unreachable' : 'failed',
      reason,
      diagnostics: error instanceof Unreachable || GlanceApplyError.is(error) ? error.diagnostics : [],
      report: undefined,
    };
  }
}
