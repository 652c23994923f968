import { Reference } from '../../catalog/reference.js';
import { didYouMean } from '../../errors/nearest.js';
import { type ClassLike, type Declarable, type TitleOf, toReference } from '../declarable.js';
import { fail } from '../fail.js';
import { formatExpectation } from '../matching/format-expectation.js';
import type { Convergence } from './convergence.js';

/** Nothing was changed or refreshed, nothing failed, and a plan has nothing in view. */
export function assertChangesNothing(run: Convergence): void {
  const lines = changesOf(run);
  if (lines.length > 0)
    fail(['the run was to change nothing:', ...lines.map((line) => `  ${line}`)], assertChangesNothing);
}

/** What a run did, a line each; empty where everything was as wanted. */
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

/** What a run may have done to a resource. */
export type Deed = 'changed' | 'refreshed' | 'failed' | 'skipped';

/** A resource that a run did something to, and what may be expected of its place in the order. */
export class DeedAssertion {
  constructor(
    private readonly run: Convergence,
    private readonly deed: Deed,
    private readonly reference: string,
  ) {}

  /** Its turn ended before this one's. */
  before(reference: Reference): this;
  before<T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S): this;
  before(target: Reference | Declarable, title?: string): this {
    return this.#ordered(target, title, 'before', this.before);
  }

  /** Its turn ended after this one's. */
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
    if (its < 0) return fail(`the run had nothing to do with ${other}`, caller);
    if (side === 'before' ? mine < its : mine > its) return this;
    const [first, second] = mine < its ? [this.reference, other] : [other, this.reference];
    return fail(
      `${this.reference} was to be ${this.deed} ${side} ${other}; the order was ${first}, then ${second}`,
      caller,
    );
  }
}

/** The run did this to the resource. */
export function assertDeed(run: Convergence, deed: Deed, reference: Reference): DeedAssertion;
export function assertDeed<T extends Declarable, const S extends string>(
  run: Convergence,
  deed: Deed,
  type: T,
  title: TitleOf<T, S> & S,
): DeedAssertion;
export function assertDeed(
  run: Convergence,
  deed: Deed,
  target: Reference | Declarable,
  title?: string,
): DeedAssertion {
  const reference = resolveReference(run, target, title);
  if (run[deed].includes(reference)) return new DeedAssertion(run, deed, reference);
  return fail(
    [`${reference} was not ${deed}: ${describeOutcome(run, reference)}`, listReferences(run, deed)],
    assertDeed,
  );
}

/** The run did not do this to the resource. */
export function assertNoDeed(
  run: Convergence,
  deed: Deed,
  target: Reference | Declarable,
  title?: string,
): void {
  const reference = resolveReference(run, target, title);
  if (!run[deed].includes(reference)) return;
  const line = changesOf(run).find((one) => one.startsWith(`${reference} `));
  fail(`${reference} was not to be ${deed}: ${line ?? reference}`, assertNoDeed);
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
  if (outcome === undefined) return `the catalog has none; ${didYouMean(reference, run.order) ?? ''}`.trim();
  const told = changesOf(run).find((line) => line.startsWith(`${reference} `));
  return told === undefined ? 'it was as wanted' : told.slice(reference.length + 1);
}

const MAX_LISTED = 10;

function listReferences(run: Convergence, deed: Deed): string {
  const all = run[deed];
  const more = all.length > MAX_LISTED ? ` and ${all.length - MAX_LISTED} more` : '';
  return `  ${deed} were: ${all.length === 0 ? 'none' : all.slice(0, MAX_LISTED).join(', ')}${more}`;
}
