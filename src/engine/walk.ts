import { ensureDefined } from '../errors/ensure-defined.js';
import { messageOf } from '../errors/glance-apply-error.js';
import { ApplyStep } from './apply-step.js';
import { EditedFiles } from './edited-files.js';
import { FULL } from './graph/edges.js';
import { type Group, groupByProvider, type ProviderLookup } from './group.js';
import { MissingRelations } from './missing-relations.js';
import { CERTAIN_EVENT, NO_EVENT, NodeState, POSSIBLE_EVENT, type Propagation } from './node-state.js';
import { compareStep, PlanStep } from './plan-step.js';
import { Unreadable } from './provider.js';
import { ProviderCalls } from './provider-calls.js';
import { ProviderSessions } from './provider-sessions.js';
import { ReadyQueue } from './ready-queue.js';
import type { ComparedStep, ResourceStep, StepResult } from './resource-step.js';
import type { RunContext } from './run-context.js';
import { findSameFiles } from './same-file.js';
import { type Observation, type Observations, StateReader } from './state-reader.js';
import { INTERRUPTED, StepResults } from './step-results.js';

/** How long the walk may block the event loop before interrupts and output are handled, in milliseconds. */
const MAX_BLOCKING = 40;

/**
 * Walks the graph, for plans and applies. The step of a resource begins when all steps before it have ended; resources
 * of one provider that are ready at the same time are read and changed in one call. A plan ends each step before the
 * change, and is otherwise the same.
 */
export class Walk {
  readonly #state: NodeState;
  readonly #groups: ReadonlyMap<number, Group>;
  readonly #ready: ReadyQueue;
  readonly #sessions: ProviderSessions;
  readonly #calls: ProviderCalls;
  readonly #reader: StateReader;
  readonly #results: StepResults;
  readonly #plan: PlanStep;
  readonly #apply: ApplyStep;
  readonly #editedFiles: EditedFiles;
  /** Why resources are refused that are one file under several names, by index in the catalog. */
  #refused: ReadonlyMap<number, string> = new Map();
  readonly #missingRelations: MissingRelations;
  #inFlight = 0;
  /** The number of predecessors on other hosts that have not ended. */
  #closedGates: number;
  #wake: () => void = () => {};
  readonly #faults: string[] = [];

  constructor(
    private readonly context: RunContext,
    lookup: ProviderLookup,
    private readonly onResult: (result: StepResult) => void,
  ) {
    this.#state = new NodeState(context.graph.successors.countPredecessors());
    for (const gate of context.gates.incoming) this.#state.await(context.gates.nodeBehind(gate));
    this.#closedGates = context.gates.incoming.length;
    this.#groups = groupByProvider(context.catalog, context.facts, lookup);
    this.#ready = new ReadyQueue(context, this.#state, this.#groups);
    this.#sessions = new ProviderSessions(context);
    this.#calls = new ProviderCalls(context);
    this.#reader = new StateReader(context, this.#sessions, this.#calls);
    this.#editedFiles = new EditedFiles(context, this.#reader);
    this.#results = new StepResults(context);
    this.#plan = new PlanStep(this.#results);
    this.#missingRelations = new MissingRelations(context.graph);
    const finish = (step: ResourceStep, result: StepResult) => this.#finish(step, result);
    this.#apply = new ApplyStep(context, this.#sessions, this.#reader, this.#calls, this.#results, finish);
  }

  /** References of the resources that are being read, changed or refreshed. */
  get inFlight(): string[] {
    return this.#calls.inFlight;
  }

  /** Closes what providers share for the whole run. */
  close(): Promise<void> {
    return this.#sessions.close();
  }

  /**
   * Walks until every step has ended. Returns the errors of the run itself, such as a journal on a full disk: no step
   * begins after the first of them, and the steps in flight are finished.
   */
  async run(): Promise<readonly string[]> {
    const groups = new Set(this.#groups.values());
    this.#reader.prefetch(groups);
    this.#refused = await findSameFiles(this.context, groups);
    for (let node = 0; node < this.context.graph.size; node++) {
      if (this.#state.waiting[node] === 0) this.#ready.add(node);
    }
    const unwatch = this.#watchGates();
    for (;;) {
      const busy = this.#pump();
      if (busy) await new Promise(setImmediate);
      else if (this.#inFlight > 0) await this.#awaken();
      else if (this.#isIdle) await this.context.gates.idle(this.#awaken());
      else break;
    }
    unwatch();
    if (this.context.stop.aborted) this.#skipRemaining(INTERRUPTED);
    else if (this.#faults.length > 0) this.#skipRemaining('the run ended early because of an internal error');
    await this.#editedFiles.report();
    for (const diagnostic of this.#missingRelations.warnings())
      this.context.emit({ type: 'warning', diagnostic });
    return this.#faults;
  }

  /** Whether nothing can be done until a step on another host has ended. */
  get #isIdle(): boolean {
    return this.#closedGates > 0 && !this.context.stop.aborted && this.#faults.length === 0;
  }

  #awaken(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }

  /** Waits for the gates to open, and for an interrupt. The returned function stops listening for the latter. */
  #watchGates(): () => void {
    const { gates, stop } = this.context;
    if (this.#closedGates === 0) return () => {};
    const wake = () => this.#wake();
    stop.addEventListener('abort', wake);
    for (const gate of gates.incoming) {
      void gate.opened.then((result) => {
        this.#closedGates--;
        const node = gates.nodeBehind(gate);
        if (this.#state.receive(node, gates.receive(result), gate.refresh, FULL)) this.#ready.add(node);
        this.#wake();
      });
    }
    return () => stop.removeEventListener('abort', wake);
  }

  /** Starts the steps that are ready. Returns true if it paused with more of them to start. */
  #pump(): boolean {
    const started = performance.now();
    while (!this.context.stop.aborted && this.#faults.length === 0) {
      if (performance.now() - started > MAX_BLOCKING) return true;
      if (this.#ready.hasImmediate) {
        this.#passTransparent();
        this.#skipBlocked();
        this.#deferUnscheduled();
        continue;
      }
      const next = this.#ready.takeGroup(this.#inFlight === 0);
      if (next === undefined) return false;
      const [group, nodes] = next;
      const steps = nodes.map((node) => this.#step(node));
      try {
        this.#start(group, steps);
      } catch (error) {
        this.#fault(error, steps);
      }
    }
    return false;
  }

  #passTransparent(): void {
    const { transparent } = this.#ready;
    for (let node = transparent.pop(); node !== undefined; node = transparent.pop()) {
      this.#propagate(node, this.#state.propagation(node));
    }
  }

  #skipBlocked(): void {
    const { blocked } = this.#ready;
    for (let node = blocked.pop(); node !== undefined; node = blocked.pop()) {
      const step = this.#step(node);
      this.#finish(step, this.#results.blocked(step, ensureDefined(this.#state.failure[node])));
    }
  }

  /** Defers the resources that their schedules exclude now. Their refreshes stay in the journal. */
  #deferUnscheduled(): void {
    const { unscheduled } = this.#ready;
    for (let node = unscheduled.pop(); node !== undefined; node = unscheduled.pop()) {
      const step = this.#step(node);
      this.context.schedules.noteDeferral(step.resource);
      this.onResult(this.#results.unchanged(step));
      this.#propagate(node, { ...this.#state.propagation(node), event: NO_EVENT, causes: [] });
    }
  }

  #start(group: Group, steps: readonly ResourceStep[]): void {
    this.#missingRelations.begin(steps.map(({ node }) => node));
    const known = this.#reader.prefetched(group);
    if (known !== undefined) {
      this.#decide(group, steps, known);
      return;
    }
    const indices = steps.map(({ resource }) => resource.index);
    this.#track(
      steps,
      this.#reader.read(group, indices).then((observed) => this.#decide(group, steps, observed)),
    );
  }

  /** Ends the steps that need no change, and changes the others. */
  #decide(group: Group, steps: readonly ResourceStep[], observations: Observations): void {
    const { mode, ledger } = this.context;
    const changing: ComparedStep[] = [];
    for (const step of steps) {
      const compared = this.#compare(step, observations.get(step.resource.index));
      if (compared === undefined) continue;
      const isNotified = step.notified || step.perhapsNotified;
      if (compared.diff === undefined && !isNotified && step.disturber < 0) {
        if (mode === 'apply') ledger.note(step.resource);
        this.#finish(step, this.#results.unchanged(step));
      } else if (mode === 'plan' || step.resource.noop === true) {
        this.#finish(step, this.#plan.compared(compared));
      } else {
        changing.push(compared);
      }
    }
    if (changing.length > 0)
      this.#track(
        changing.map(({ step }) => step),
        this.#apply.apply(group, changing),
      );
  }

  #compare(step: ResourceStep, observed: Observation): ComparedStep | undefined {
    const refusal = this.#refused.get(step.resource.index);
    const compared = refusal === undefined ? compareStep(step, observed) : new Error(refusal);
    if (compared instanceof Error) {
      this.#finish(step, this.#results.failed(step, { reason: compared.message, error: compared }));
      return undefined;
    }
    if (!(compared instanceof Unreadable)) return compared;
    const reason =
      compared.found === undefined ? `its state cannot be read: ${compared.reason}` : compared.reason;
    const result =
      // A resource with noop is planned in an apply, too.
      this.context.mode === 'plan' || step.resource.noop === true
        ? this.#plan.unreadable(step, compared)
        : this.#results.failed(step, { reason });
    this.#finish(step, result);
    return undefined;
  }

  #step(node: number): ResourceStep {
    const { graph, journal } = this.context;
    const resource = graph.resource(node);
    const group = ensureDefined(this.#groups.get(resource.index));
    const event = ensureDefined(this.#state.event[node]);
    const pending = journal.pendingFor(resource);
    const causes = this.#state.causes(node);
    return {
      node,
      resource,
      group,
      subject: ensureDefined(group.subjects.get(resource.index)),
      notified: (event & CERTAIN_EVENT) !== 0 || pending !== undefined,
      perhapsNotified: (event & POSSIBLE_EVENT) !== 0,
      causes: causes.length > 0 ? causes : (pending ?? []),
      disturber: ensureDefined(this.#state.disturber[node]),
      awaited: ensureDefined(this.#state.awaited[node]),
    };
  }

  #finish(step: ResourceStep, result: StepResult): void {
    const { outcome } = result.report;
    if (outcome === 'unchanged' || outcome === 'changed') this.context.schedules.noteApplied(step.resource);
    this.#editedFiles.record(step, result.report);
    this.onResult(result);
    this.#missingRelations.end(step.node, result.report.outcome);
    this.#propagate(step.node, result.propagation);
    // Its successors need not wait for the rest of its batch.
    this.#wake();
  }

  #propagate(node: number, propagation: Propagation): void {
    const { successors } = this.context.graph;
    this.#state.finished[node] = 1;
    const [start, end] = successors.range(node);
    for (let slot = start; slot < end; slot++) {
      const next = ensureDefined(successors.targets[slot]);
      if (
        this.#state.receive(
          next,
          propagation,
          successors.refresh[slot] === 1,
          ensureDefined(successors.strength[slot]),
        )
      )
        this.#ready.add(next);
    }
    this.context.gates.open(node, propagation);
  }

  #skipRemaining(reason: string): void {
    const { graph } = this.context;
    for (let node = 0; node < graph.size; node++) {
      if (this.#state.finished[node] === 1 || graph.isTransparent(node)) continue;
      const step = this.#step(node);
      this.onResult(this.#results.skipped(step, reason, -1));
    }
  }

  /** Ends the steps that an error of the run itself has left open. What they may have changed is unknown. */
  #fault(error: unknown, steps: readonly ResourceStep[]): void {
    const message = messageOf(error);
    if (!this.#faults.includes(message)) this.#faults.push(message);
    for (const step of steps) {
      if (this.#state.finished[step.node] === 1) continue;
      this.#state.finished[step.node] = 1;
      this.onResult(this.#results.failed(step, { reason: `the run itself failed: ${message}`, error }));
    }
  }

  /** Counts asynchronous work on some steps, and wakes the walk when it is done. */
  #track(steps: readonly ResourceStep[], promise: Promise<void>): void {
    this.#inFlight++;
    promise
      .catch((error: unknown) => this.#fault(error, steps))
      .finally(() => {
        this.#inFlight--;
        this.#wake();
      });
  }
}
