import partition from 'lodash/partition.js';
import { messageOf } from '../errors/glance-apply-error.js';
import { BatchRefreshes } from './batch-refreshes.js';
import { type Batch, Batches } from './batches.js';
import { determineEffect } from './failed-change.js';
import type { Group } from './group.js';
import { PartialFailure } from './partial-failure.js';
import { pause } from './pause.js';
import type { Diff, Provider, State } from './provider.js';
import type { ProviderCalls } from './provider-calls.js';
import type { ProviderSessions } from './provider-sessions.js';
import { refreshTargets } from './refresh-targets.js';
import type { ComparedStep, FinishStep, ResourceStep } from './resource-step.js';
import type { RunContext } from './run-context.js';
import type { StateReader } from './state-reader.js';
import { INTERRUPTED, type StepResults } from './step-results.js';

type Changing = ComparedStep & { readonly diff: Diff };

const killedReason = 'the second interrupt ended it, and it may be incomplete: the next run completes it';

const unknownEffectReason =
  '; whether anything was changed is unknown: the refreshes that a change would cause stay pending for the next run';

/** Ends steps with a change, in batches if the provider supports them, and with a refresh if they were notified. */
export class ApplyStep {
  readonly #batches: Batches;
  /** The nodes whose change had a command killed or timed out. */
  readonly #cutOff = new Set<number>();

  constructor(
    private readonly context: RunContext,
    private readonly sessions: ProviderSessions,
    private readonly reader: StateReader,
    private readonly calls: ProviderCalls,
    private readonly results: StepResults,
    private readonly finish: FinishStep,
  ) {
    this.#batches = new Batches(context.graph);
  }

  /** Changes and refreshes resources of one provider that are ready together. */
  async apply(group: Group, compared: readonly ComparedStep[]): Promise<void> {
    const { provider } = group;
    if (provider === undefined) return;
    const pending = new BatchRefreshes(
      this.context,
      compared.map(({ step }) => step.node),
    );
    try {
      await pending.note();
    } catch (error) {
      const [refreshing, others] = partition(compared, ({ step }) => this.#causesRefresh(step.node));
      const reason = `nothing was changed, because the refreshes that follow cannot be recorded: ${messageOf(error)}`;
      for (const { step, diff } of refreshing)
        this.finish(step, this.results.failed(step, { diff, reason, error }));
      // Resources whose change refreshes nothing do not need the journal.
      if (others.length > 0) await this.apply(group, others);
      return;
    }
    const batches = this.#batches.build(provider, compared);
    const settled = await Promise.allSettled(batches.map((batch) => this.#applyBatch(provider, batch)));
    const faults = settled.filter((batch) => batch.status === 'rejected');
    // What a batch has changed before an error of the run itself is unknown: its refreshes stay pending.
    if (faults[0] !== undefined) {
      pending.keep();
      throw faults[0].reason;
    }
    const altered = settled.flatMap((batch) => (batch.status === 'fulfilled' ? batch.value : []));
    await pending.withdraw(new Set(altered));
  }

  /** Whether a change of a node refreshes a resource. */
  #causesRefresh(node: number): boolean {
    const { resources, gates } = refreshTargets(this.context.graph, [node], this.context.gates);
    return resources.size + gates.size > 0;
  }

  /** Applies one batch. Returns the nodes of which something on the host was altered, or may have been. */
  async #applyBatch(provider: Provider, { members, urgency }: Batch): Promise<readonly number[]> {
    const locks = members.flatMap(({ step }) => provider.locks?.(step.subject) ?? []);
    return this.context.limits.run(provider, { locks, urgency }, async () => {
      if (this.context.stop.aborted) {
        for (const { step } of members) this.finish(step, this.results.skipped(step, INTERRUPTED, -1));
        return [];
      }
      return this.#changeAndRefresh(provider, members);
    });
  }

  async #changeAndRefresh(provider: Provider, batch: readonly ComparedStep[]): Promise<number[]> {
    const started = performance.now();
    const changes = batch.filter((compared): compared is Changing => compared.diff !== undefined);
    const failure = await this.#change(provider, changes);
    const altered: number[] = [];
    const alone = changes.length > 1 && !this.context.abort.aborted;
    if (alone && failure !== undefined && !(failure instanceof PartialFailure)) {
      // Each is changed alone, so that each error is attributed to its resource.
      for (const one of batch) altered.push(...(await this.#changeAndRefresh(provider, [one])));
      return altered;
    }
    for (const one of batch) {
      const { title } = one.step.resource;
      const own = failure instanceof PartialFailure ? failure.of(title) : failure;
      if (one.diff !== undefined && own !== undefined) {
        if (alone && one.step.resource.retry.tries > 1)
          altered.push(...(await this.#changeAndRefresh(provider, [one])));
        else if (await this.#fail(one as Changing, own, started)) altered.push(one.step.node);
      } else if (await this.#conclude(provider, one, started)) {
        altered.push(one.step.node);
      }
    }
    return altered;
  }

  /** Makes the changes of a batch, with the retries that a single resource declares; returns the error, if any. */
  async #change(provider: Provider, changes: readonly Changing[]): Promise<unknown> {
    const [only] = changes;
    if (only === undefined) return undefined;
    const { tries, delay } = changes.length === 1 ? only.step.resource.retry : { tries: 1, delay: 0 };
    const references = changes.map(({ step }) => step.resource.reference);
    for (let attempt = 1; ; attempt++) {
      try {
        await this.calls.report('change', references, (progress) => this.#call(provider, changes, progress));
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
        for (const { step } of changes) this.#cutOff.add(step.node);
      },
    });
    this.context.changes.increment();
    try {
      if (provider.changeAll !== undefined) {
        await provider.changeAll(
          session,
          changes.map(({ step, diff }) => ({ subject: step.subject, diff })),
        );
      } else if (provider.change !== undefined) {
        for (const { step, diff } of changes) await provider.change(session, step.subject, diff);
      } else {
        throw new Error('its provider cannot change resources: it has neither change nor changeAll');
      }
    } finally {
      this.context.changes.increment();
    }
  }

  /** Returns why a step failed: the output of a killed command is not a reason. */
  #reasonOf(failure: unknown, lead = ''): string {
    return this.context.abort.aborted ? killedReason : `${lead}${messageOf(failure)}`;
  }

  /** Ends the step of a failed change. Returns whether something was altered nevertheless, or may have been. */
  async #fail(compared: Changing, failure: unknown, started: number): Promise<boolean> {
    const { step, diff } = compared;
    const cutOff = this.context.abort.aborted || this.#cutOff.has(step.node);
    const effect = await determineEffect(compared, this.reader, { failure, cutOff });
    const staysPending = effect === 'unknown' && this.#causesRefresh(step.node);
    const reason = `${this.#reasonOf(failure)}${staysPending ? unknownEffectReason : ''}`;
    const duration = performance.now() - started;
    this.finish(
      step,
      this.results.failed(step, { diff, reason, error: failure, duration }, effect !== 'none'),
    );
    return effect !== 'none';
  }

  /** Ends a step whose change succeeded, after its refresh. Returns whether a change or a refresh was made. */
  async #conclude(provider: Provider, { step, is, diff }: ComparedStep, started: number): Promise<boolean> {
    const { journal, ledger } = this.context;
    const { notified, causes: refreshedBy } = step;
    let refreshed = false;
    try {
      refreshed = notified && (await this.#refresh(provider, step, is, diff));
      if (notified) await journal.markDone(step.resource);
    } catch (error) {
      const reason = this.#reasonOf(error, 'its refresh failed: ');
      const duration = performance.now() - started;
      this.finish(
        step,
        this.results.failed(
          step,
          { diff, reason, error, refresh: 'failed', refreshedBy, duration },
          diff !== undefined,
        ),
      );
      return true;
    }
    const duration = performance.now() - started;
    const result =
      diff === undefined && !refreshed
        ? this.results.unchanged(step, { duration })
        : this.results.changed(step, {
            diff,
            duration,
            ...(refreshed ? { refresh: 'done' as const, refreshedBy } : {}),
          });
    ledger.note(step.resource);
    this.finish(step, result);
    return diff !== undefined || refreshed;
  }

  async #refresh(
    provider: Provider,
    step: ResourceStep,
    is: State,
    diff: Diff | undefined,
  ): Promise<boolean> {
    if (provider.refresh === undefined) return false;
    if (diff !== undefined && provider.supersedesRefresh?.(diff, step.subject) === true) return false;
    const now =
      diff === undefined
        ? is
        : { ...is, ...Object.fromEntries(diff.differences.map((d) => [d.property, d.should])) };
    if (provider.refreshes?.(step.subject, now) === false) return false;
    this.context.changes.increment();
    try {
      const answer = await this.calls.report('refresh', [step.resource.reference], async (progress) =>
        provider.refresh?.(this.sessions.open(progress), step.subject),
      );
      return answer !== false;
    } finally {
      this.context.changes.increment();
    }
  }
}
