import { Reference } from '../../catalog/reference.js';
import { didYouMean } from '../../errors/nearest.js';
import { type ClassLike, type Declarable, type TitleOf, toReference } from '../declarable.js';
import { fail } from '../fail.js';
import { formatExpectation } from '../matching/format-expectation.js';
import type { Convergence } from './convergence.js';

/** Asserts that a run changed and refreshed nothing and that nothing failed, or that a plan is empty. */
export function assertChangesNothing(run: Convergence): void {
  const lines = changesOf(run);
  if (lines.length > 0)
    fail(['expected the run to change nothing:', ...lines.map((line) => `  ${line}`)], assertChangesNothing);
}

/** Describes what a run did, one line per resource; empty if everything was in sync. */
export function changesOf({ report }: Convergence): string[] {
  return report.resources.map(({ reference, outcome, changes, refresh, refreshedBy, reason }) => {
    const differences = changes.map(
      ({ property, from, to }) => `${property} ${formatExpectation(from)} → ${formatExpectation(to)}`,
    );
    const refreshed = refresh === 'no' ? [] : [`refreshed by ${refreshedBy.join(', ') || 'an earlier run'}`];
    const why = reason === undefined ? [] : [reason];
    return `${reference} ${outcome}: ${[...differences, ...refreshed, ...why].join('; ')}`;
  });
}

/** What a run can do to a resource. */
export type RunEffect = 'changed' | 'refreshed' | 'failed' | 'skipped';

/** Assertions about the order of a resource that a run did something to. */
export class EffectAssertion {
  constructor(
    private readonly run: Convergence,
    private readonly deed: RunEffect,
    private readonly reference: string,
  ) {}

  /** Asserts that its step ended before that of another resource. */
  before(reference: Reference): this;
  before<T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S): this;
  before(target: Reference | Declarable, title?: string): this {
    return this.#ordered(target, title, 'before', this.before);
  }

  /** Asserts that its step ended after that of another resource. */
  after(reference: Reference): this;
  after<T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S): this;
  after(target: Reference | Declarable, title?: string): this {
    return this.#ordered(target, title, 'after', this.after);
  }

  #ordered(
    target: Reference | Declarable,
    title: string | undefined,
    side: 'before' | 'after',
    caller: (...args: never[]) => unknown,
  ): this {
    const other = resolveReference(this.run, target, title);
    const { order } = this.run;
    const [mine, its] = [order.indexOf(this.reference), order.indexOf(other)];
    if (its < 0) return fail(`${other} was not part of the run`, caller);
    if (side === 'before' ? mine < its : mine > its) return this;
    const [first, second] = mine < its ? [this.reference, other] : [other, this.reference];
    return fail(
      `expected ${this.reference} to be ${this.deed} ${side} ${other}, but the order was ${first}, then ${second}`,
      caller,
    );
  }
}

/** Asserts what the run did to a resource. */
export function assertEffect(run: Convergence, deed: RunEffect, reference: Reference): EffectAssertion;
export function assertEffect<T extends Declarable, const S extends string>(
  run: Convergence,
  deed: RunEffect,
  type: T,
  title: TitleOf<T, S> & S,
): EffectAssertion;
export function assertEffect(
  run: Convergence,
  deed: RunEffect,
  target: Reference | Declarable,
  title?: string,
): EffectAssertion {
  const reference = resolveReference(run, target, title);
  if (run[deed].includes(reference)) return new EffectAssertion(run, deed, reference);
  return fail(
    [`${reference} was not ${deed}: ${describeOutcome(run, reference)}`, listReferences(run, deed)],
    assertEffect,
  );
}

/** Asserts what the run did not do to a resource. */
export function assertNoEffect(
  run: Convergence,
  deed: RunEffect,
  target: Reference | Declarable,
  title?: string,
): void {
  const reference = resolveReference(run, target, title);
  if (!run[deed].includes(reference)) return;
  const line = changesOf(run).find((one) => one.startsWith(`${reference} `));
  fail(`expected ${reference} not to be ${deed}: ${line ?? reference}`, assertNoEffect);
}

function resolveReference(
  run: Convergence,
  target: Reference | Declarable,
  title: string | undefined,
): string {
  const reference = Reference.is(target) ? target : toReference(target as ClassLike, title);
  return run.catalog.find(reference.type, reference.title)?.reference ?? `${reference}`;
}

function describeOutcome(run: Convergence, reference: string): string {
  const outcome = run.outcomeOf(reference);
  if (outcome === undefined)
    return `it is not in the catalog; ${didYouMean(reference, run.order) ?? ''}`.trim();
  const told = changesOf(run).find((line) => line.startsWith(`${reference} `));
  return told === undefined ? 'it was in sync' : told.slice(reference.length + 1);
}

const MAX_LISTED = 10;

function listReferences(run: Convergence, deed: RunEffect): string {
  const all = run[deed];
  const more = all.length > MAX_LISTED ? ` and ${all.length - MAX_LISTED} more` : '';
  return `  ${deed} were: ${all.length === 0 ? 'none' : all.slice(0, MAX_LISTED).join(', ')}${more}`;
}
