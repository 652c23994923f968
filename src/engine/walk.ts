import { messageOf } from '../errors/glance-apply-error.js';
import { ApplyStep } from './apply-step.js';
import { EditedFiles } from './edited-files.js';
import { Endings } from './endings.js';
import { type Group, groupByProvider, type ProviderLookup } from './group.js';
import { CERTAIN_EVENT, NO_EVENT, NodeState, type Passing, POSSIBLE_EVENT } from './node-state.js';
import { findOneFiles } from './one-file.js';
import { Overtaken } from './overtaken.js';
import { PlanStep, see } from './plan-step.js';
import { type Subject, Unreadable } from './provider.js';
import { type Observation, type Observations, Reading } from './reading.js';
import { Ready } from './ready.js';
import type { RunContext } from './run-context.js';
import { Sessions } from './run-session.js';
import type { Ending, Seen, Turn } from './turn.js';
import { Work } from './work.js';

/** How long the walk may hold the event loop, so that interrupts and output get their turn. Milliseconds. */
const BREATH = 40;

/**
 * The one walk that plans and applies. A resource's turn comes when all before it have ended; those of one
 * provider whose turn has come together are read and changed together. Planning ends each turn before the
 * change, and is the same in everything else.
 */
export class Walk {
  readonly #state: NodeState;
  readonly #groups: ReadonlyMap<number, Group>;
  readonly #ready: Ready;
  readonly #sessions: Sessions;
  readonly #work: Work;
  readonly #reading: Reading;
  readonly #endings: Endings;
  readonly #plan: PlanStep;
  readonly #apply: ApplyStep;
  readonly #edited: EditedFiles;
  /** Why resources are refused that are one file under several names. */
  #refused: ReadonlyMap<number, string> = new Map();
  readonly #overtaken: Overtaken;
  #inFlight = 0;
  #wake: () => void = () => {};
  readonly #faults: string[] = [];

  constructor(
    private readonly context: RunContext,
    lookup: ProviderLookup,
    private readonly onEnding: (ending: Ending) => void,
  ) {
    this.#state = new NodeState(context.graph.size);
    this.#groups = groupByProvider(context.catalog, context.facts, lookup);
    this.#ready = new Ready(context, this.#state, this.#groups);
    this.#sessions = new Sessions(context);
    this.#work = new Work(context);
    this.#reading = new Reading(context, this.#sessions, this.#work);
    this.#edited = new EditedFiles(context, this.#reading);
    this.#endings = new Endings(context);
    this.#plan = new PlanStep(this.#endings);
    this.#overtaken = new Overtaken(context.graph);
    const finish = (turn: Turn, ending: Ending) => this.#finish(turn, ending);
    this.#apply = new ApplyStep(context, this.#sessions, this.#reading, this.#work, this.#endings, finish);
  }

  /** References of what is being worked on now. */
  get inFlight(): string[] {
    return this.#work.inFlight;
  }

  /** Closes what providers have kept open for the whole run. */
  close(): Promise<void> {
    return this.#sessions.close();
  }

  /**
   * Walks until every resource has ended. Gives what went wrong that no resource is to blame for, such as a full disk
   * under the journal: nothing begins after that, and what was under way has ended.
   */
  async run(): Promise<readonly string[]> {
    const { successors } = this.context.graph;
    for (const target of successors.targets)
      this.#state.waiting[target] = (this.#state.waiting[target] as number) + 1;
    const groups = new Set(this.#groups.values());
    this.#reading.begin(groups);
    this.#refused = await findOneFiles(this.context, groups);
    for (let node = 0; node < this.context.graph.size; node++) {
      if (this.#state.waiting[node] === 0) this.#ready.add(node);
    }
    for (;;) {
      const busy = this.#pump();
      if (busy) await new Promise(setImmediate);
      else if (this.#inFlight === 0) break;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    if (this.context.stop.aborted) this.#skipTheRest('the run was interrupted before its turn');
    else if (this.#faults.length > 0)
      this.#skipTheRest('the run ended early, because of an error of its own');
    await this.#edited.tell();
    for (const diagnostic of this.#overtaken.warnings()) this.context.emit({ type: 'warning', diagnostic });
    return this.#faults;
  }

  /** Starts all that is ready; true when it stopped for breath with more to do. */
  #pump(): boolean {
    const started = performance.now();
    while (!this.context.stop.aborted && this.#faults.length === 0) {
      if (performance.now() - started > BREATH) return true;
      if (this.#ready.hasQuick) {
        this.#passThrough();
        this.#skipDoomed();
        this.#leaveUnscheduled();
        continue;
      }
      const next = this.#ready.takeGroup(this.#inFlight === 0);
      if (next === undefined) return false;
      const [group, nodes] = next;
      const turns = nodes.map((node) => this.#turn(node));
      try {
        this.#start(group, turns);
      } catch (error) {
        this.#fault(error, turns);
      }
    }
    return false;
  }

  #passThrough(): void {
    const { transparent } = this.#ready;
    for (let node = transparent.pop(); node !== undefined; node = transparent.pop()) {
      this.#passOn(node, this.#state.passing(node));
    }
  }

  #skipDoomed(): void {
    const { doomed } = this.#ready;
    for (let node = doomed.pop(); node !== undefined; node = doomed.pop()) {
      const turn = this.#turn(node);
      const failure = this.#state.failure[node] as number;
      this.#finish(turn, this.#endings.skipped(turn, 'something that it depends on failed', failure));
    }
  }

  /** Leaves alone what is not to be looked at now. A refresh that it is asked for waits in the journal. */
  #leaveUnscheduled(): void {
    const { unscheduled } = this.#ready;
    for (let node = unscheduled.pop(); node !== undefined; node = unscheduled.pop()) {
      const turn = this.#turn(node);
      this.context.schedules.noteKeptBack(turn.resource);
      this.onEnding(this.#endings.unchanged(turn));
      this.#passOn(node, { ...this.#state.passing(node), event: NO_EVENT, causes: [] });
    }
  }

  #start(group: Group, turns: readonly Turn[]): void {
    this.#overtaken.begin(turns.map(({ node }) => node));
    const known = this.#reading.known(group);
    if (known !== undefined) {
      this.#decide(group, turns, known);
      return;
    }
    const indices = turns.map(({ resource }) => resource.index);
    this.#track(
      turns,
      this.#reading.read(group, indices).then((observed) => this.#decide(group, turns, observed)),
    );
  }

  /** Ends the turns that need no change; the others go on to it. */
  #decide(group: Group, turns: readonly Turn[], observations: Observations): void {
    const { mode, ledger } = this.context;
    const changing: Seen[] = [];
    for (const turn of turns) {
      const seen = this.#see(turn, observations.get(turn.resource.index));
      if (seen === undefined) continue;
      const noop = turn.resource.noop === true;
      const asked = turn.notified || turn.perhapsNotified;
      if (seen.diff === undefined && !asked && turn.disturber < 0) {
        if (mode === 'apply') ledger.note(turn.resource);
        this.#finish(turn, this.#endings.unchanged(turn));
      } else if (mode === 'plan' || noop) {
        this.#finish(turn, this.#plan.seen(seen, noop));
      } else {
        changing.push(seen);
      }
    }
    if (changing.length > 0)
      this.#track(
        changing.map(({ turn }) => turn),
        this.#apply.apply(group, changing),
      );
  }

  #see(turn: Turn, observed: Observation): Seen | undefined {
    const refused = this.#refused.get(turn.resource.index);
    const seen = refused === undefined ? see(turn, observed) : new Error(refused);
    if (seen instanceof Error) {
      this.#finish(turn, this.#endings.failed(turn, { reason: seen.message }));
      return undefined;
    }
    if (!(seen instanceof Unreadable)) return seen;
    const reason = seen.found === undefined ? `its state cannot be read: ${seen.reason}` : seen.reason;
    const planned =
      // What is not to be changed is planned in an apply, too.
      this.context.mode === 'plan' || turn.resource.noop === true
        ? this.#plan.unreadable(turn, seen)
        : this.#endings.failed(turn, { reason });
    this.#finish(turn, planned);
    return undefined;
  }

  #turn(node: number): Turn {
    const { graph, journal } = this.context;
    const resource = graph.resource(node);
    const group = this.#groups.get(resource.index) as Group;
    const event = this.#state.event[node] as number;
    const pending = journal.pendingFor(resource);
    const causes = this.#state.causes(node);
    return {
      node,
      resource,
      group,
      subject: group.subjects.get(resource.index) as Subject,
      notified: (event & CERTAIN_EVENT) !== 0 || pending !== undefined,
      perhapsNotified: (event & POSSIBLE_EVENT) !== 0,
      causes: causes.length > 0 ? causes : (pending ?? []),
      disturber: this.#state.disturber[node] as number,
      awaited: this.#state.awaited[node] as number,
    };
  }

  #finish(turn: Turn, ending: Ending): void {
    const { outcome } = ending.report;
    if (outcome === 'unchanged' || outcome === 'changed') this.context.schedules.noteDone(turn.resource);
    this.#edited.note(turn, ending.report);
    this.onEnding(ending);
    this.#overtaken.end(turn.node, ending.report.outcome);
    this.#passOn(turn.node, ending.passing);
    // What waited for this one need not wait for the rest of its batch.
    this.#wake();
  }

  #passOn(node: number, passing: Passing): void {
    const { successors } = this.context.graph;
    this.#state.finished[node] = 1;
    const [start, end] = successors.range(node);
    for (let slot = start; slot < end; slot++) {
      const next = successors.targets[slot] as number;
      if (
        this.#state.hear(next, passing, successors.refresh[slot] === 1, successors.strength[slot] as number)
      )
        this.#ready.add(next);
    }
  }

  #skipTheRest(reason: string): void {
    const { graph } = this.context;
    for (let node = 0; node < graph.size; node++) {
      if (this.#state.finished[node] === 1 || graph.isTransparent(node)) continue;
      const turn = this.#turn(node);
      this.onEnding(this.#endings.skipped(turn, reason, -1));
    }
  }

  /** Ends the turns that an error of the run itself has left open. What they may have changed is not known. */
  #fault(error: unknown, turns: readonly Turn[]): void {
    const message = messageOf(error);
    if (!this.#faults.includes(message)) this.#faults.push(message);
    for (const turn of turns) {
      if (this.#state.finished[turn.node] === 1) continue;
      this.#state.finished[turn.node] = 1;
      this.onEnding(this.#endings.failed(turn, { reason: `the run itself failed: ${message}` }));
    }
  }

  /** Counts a piece of asynchronous work on some turns, and wakes the walk when it is done. */
  #track(turns: readonly Turn[], promise: Promise<void>): void {
    this.#inFlight++;
    promise
      .catch((error: unknown) => this.#fault(error, turns))
      .finally(() => {
        this.#inFlight--;
        this.#wake();
      });
  }
}
