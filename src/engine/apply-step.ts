import partition from 'lodash/partition.js';
import { messageOf } from '../errors/glance-apply-error.js';
import { type Batch, Batches } from './batches.js';
import type { Endings } from './endings.js';
import { effectOf } from './failed-change.js';
import type { Group } from './group.js';
import { PartialFailure } from './partial-failure.js';
import { pause } from './pause.js';
import { PendingRefreshes } from './pending-refreshes.js';
import type { Diff, Provider, State } from './provider.js';
import type { Reading } from './reading.js';
import { refreshTargets } from './refresh-targets.js';
import type { RunContext } from './run-context.js';
import type { Sessions } from './run-session.js';
import type { Finish, Seen, Turn } from './turn.js';
import type { Work } from './work.js';

type Changing = Seen & { readonly diff: Diff };

const interruptedReason = 'the run was interrupted before its turn';
const endedReason =
  'it was ended by the second interrupt, and may be half done: the next run goes on from there';

const keptReason =
  '; it is not known whether anything was changed: the refreshes that would follow stay pending for the next run';

/** Ends turns with the change: in batches where the provider can, and refreshes what was notified. */
export class ApplyStep {
  readonly #batches: Batches;
  /** Nodes of whose change a command was ended before its own end. */
  readonly #cutOff = new Set<number>();

  constructor(
    private readonly context: RunContext,
    private readonly sessions: Sessions,
    private readonly reading: Reading,
    private readonly work: Work,
    private readonly endings: Endings,
    private readonly finish: Finish,
  ) {
    this.#batches = new Batches(context.graph);
  }

  /** Changes and refreshes resources of one provider that are ready together. */
  async apply(group: Group, seen: readonly Seen[]): Promise<void> {
    const { provider } = group;
    if (provider === undefined) return;
    const pending = new PendingRefreshes(
      this.context,
      seen.map(({ turn }) => turn.node),
    );
    try {
      await pending.note();
    } catch (error) {
      const [losing, others] = partition(seen, ({ turn }) => this.#refreshes(turn.node));
      const reason = `nothing was changed, because the refreshes that follow cannot be written down: ${messageOf(error)}`;
      for (const { turn, diff } of losing) this.finish(turn, this.endings.failed(turn, { diff, reason }));
      // What has no refresh to lose needs no journal.
      if (others.length > 0) await this.apply(group, others);
      return;
    }
    const batches = this.#batches.of(provider, seen);
    const endings = await Promise.allSettled(batches.map((batch) => this.#batch(provider, batch)));
    const faults = endings.filter((ending) => ending.status === 'rejected');
    // What a batch has changed that an error of the run itself has ended is not known: its refreshes stay pending.
    if (faults[0] !== undefined) throw faults[0].reason;
    const altered = endings.flatMap((ending) => (ending.status === 'fulfilled' ? ending.value : []));
    await pending.withdraw(new Set(altered));
  }

  /** Whether a change of it refreshes something. */
  #refreshes(node: number): boolean {
    return refreshTargets(this.context.graph, [node]).size > 0;
  }

  /** Works on one batch; gives the nodes of which something on the host was altered, or may have been. */
  async #batch(provider: Provider, { members, urgency }: Batch): Promise<readonly number[]> {
    const locks = members.flatMap(({ turn }) => provider.locks?.(turn.subject) ?? []);
    return this.context.limits.run(provider, { locks, urgency }, async () => {
      if (this.context.stop.aborted) {
        for (const { turn } of members) this.finish(turn, this.endings.skipped(turn, interruptedReason, -1));
        return [];
      }
      return this.#work(provider, members);
    });
  }

  async #work(provider: Provider, batch: readonly Seen[]): Promise<number[]> {
    const started = performance.now();
    const changes = batch.filter((seen): seen is Changing => seen.diff !== undefined);
    const failure = await this.#change(provider, changes);
    const altered: number[] = [];
    const alone = changes.length > 1 && !this.context.abort.aborted;
    if (alone && failure !== undefined && !(failure instanceof PartialFailure)) {
      // Each alone, so that each error finds its owner.
      for (const one of batch) altered.push(...(await this.#work(provider, [one])));
      return altered;
    }
    for (const one of batch) {
      const { title } = one.turn.resource;
      const own = failure instanceof PartialFailure ? failure.of(title) : failure;
      if (one.diff !== undefined && own !== undefined) {
        if (alone && one.turn.resource.retry.tries > 1) altered.push(...(await this.#work(provider, [one])));
        else if (await this.#fail(one as Changing, own, started)) altered.push(one.turn.node);
      } else if (await this.#conclude(provider, one, started)) {
        altered.push(one.turn.node);
      }
    }
    return altered;
  }

  /** Makes the changes of a batch, with the tries that its resource asks for; gives what went wrong. */
  async #change(provider: Provider, changes: readonly Changing[]): Promise<unknown> {
    const [only] = changes;
    if (only === undefined) return undefined;
    const { tries, delay } = changes.length === 1 ? only.turn.resource.retry : { tries: 1, delay: 0 };
    const references = changes.map(({ turn }) => turn.resource.reference);
    for (let attempt = 1; ; attempt++) {
      try {
        await this.work.openly('change', references, (progress) => this.#call(provider, changes, progress));
        return undefined;
      } catch (error) {
        const failure = error ?? new Error('it failed without a reason');
        if (attempt >= tries || !(await pause(delay, this.context.stop))) return failure;
      }
    }
  }

  async #call(
    provider: Provider,
    changes: readonly Changing[],
    progress: (text: string) => void,
  ): Promise<void> {
    const session = this.sessions.open(progress, {
      onCutOff: () => {
        for (const { turn } of changes) this.#cutOff.add(turn.node);
      },
    });
    this.context.clock.tick();
    try {
      if (provider.changeAll !== undefined) {
        await provider.changeAll(
          session,
          changes.map(({ turn, diff }) => ({ subject: turn.subject, diff })),
        );
      } else if (provider.change !== undefined) {
        for (const { turn, diff } of changes) await provider.change(session, turn.subject, diff);
      } else {
        throw new Error('its provider can read and not change');
      }
    } finally {
      this.context.clock.tick();
    }
  }

  /** What a command says that was killed is no reason. */
  #reasonOf(failure: unknown, lead = ''): string {
    return this.context.abort.aborted ? endedReason : `${lead}${messageOf(failure)}`;
  }

  /** Ends the turn of a change that failed; true where something of it was altered all the same, or may have been. */
  async #fail(seen: Changing, failure: unknown, started: number): Promise<boolean> {
    const { turn, diff } = seen;
    const cutOff = this.context.abort.aborted || this.#cutOff.has(turn.node);
    const effect = await effectOf(seen, this.reading, { failure, cutOff });
    const kept = effect === 'unknown' && this.#refreshes(turn.node);
    const reason = `${this.#reasonOf(failure)}${kept ? keptReason : ''}`;
    const duration = performance.now() - started;
    this.finish(turn, this.endings.failed(turn, { diff, reason, duration }, effect !== 'none'));
    return effect !== 'none';
  }

  /** Ends a turn whose change is made, after the refresh that is asked of it; true where either was made. */
  async #conclude(provider: Provider, { turn, is, diff }: Seen, started: number): Promise<boolean> {
    const { journal, ledger } = this.context;
    const pending = journal.pendingFor(turn.resource);
    const asked = turn.notified || pending !== undefined;
    const refreshedBy = asked ? (turn.causes.length > 0 ? turn.causes : (pending ?? [])) : [];
    let refreshed = false;
    try {
      refreshed = asked && (await this.#refresh(provider, turn, is, diff));
      if (asked) await journal.done(turn.resource);
    } catch (error) {
      const reason = this.#reasonOf(error, 'its refresh failed: ');
      const duration = performance.now() - started;
      this.finish(
        turn,
        this.endings.failed(
          turn,
          { diff, reason, refresh: 'failed', refreshedBy, duration },
          diff !== undefined,
        ),
      );
      return true;
    }
    const duration = performance.now() - started;
    const ending =
      diff === undefined && !refreshed
        ? this.endings.unchanged(turn, { duration })
        : this.endings.changed(turn, {
            diff,
            duration,
            ...(refreshed ? { refresh: 'done' as const, refreshedBy } : {}),
          });
    ledger.note(turn.resource);
    this.finish(turn, ending);
    return diff !== undefined || refreshed;
  }

  async #refresh(provider: Provider, turn: Turn, is: State, diff: Diff | undefined): Promise<boolean> {
    if (provider.refresh === undefined) return false;
    if (diff !== undefined && provider.supersedesRefresh?.(diff, turn.subject) === true) return false;
    const now =
      diff === undefined
        ? is
        : { ...is, ...Object.fromEntries(diff.differences.map((d) => [d.property, d.should])) };
    if (provider.refreshes?.(turn.subject, now) === false) return false;
    this.context.clock.tick();
    try {
      const answer = await this.work.openly('refresh', [turn.resource.reference], async (progress) =>
        provider.refresh?.(this.sessions.open(progress), turn.subject),
      );
      return answer !== false;
    } finally {
      this.context.clock.tick();
    }
  }
}
