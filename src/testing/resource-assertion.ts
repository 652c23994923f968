import type { Catalog, CatalogResource } from '../catalog/catalog.js';
import { Reference } from '../catalog/reference.js';
import { describeClosest, formatResource } from './closest-resources.js';
import { coverage } from './coverage.js';
import {
  type AttributeValues,
  type ClassLike,
  type Declarable,
  type TitleOf,
  toReference,
} from './declarable.js';
import { fail } from './fail.js';
import type { Expectations } from './matching/expectation.js';
import {
  findDifferences,
  findOtherAttributes,
  formatDifference,
  isGiven,
} from './matching/find-differences.js';
import { describeMissingRelation, type Relationship } from './relations/describe-missing-relation.js';

/** Assertions about a resource of a catalog. Each returns the object itself, so that they can be chained. */
export class ResourceAssertion<T extends Declarable> {
  /** The candidates that met all assertions so far; only one if a title was given. */
  #candidates: readonly CatalogResource[];

  constructor(
    private readonly catalog: Catalog,
    candidates: readonly CatalogResource[],
  ) {
    this.#candidates = candidates;
    if (candidates.length === 1) coverage.recordAssertion(candidates);
  }

  /** For sentences: `.that.requires(…)`. */
  get that(): this {
    return this;
  }

  get and(): this {
    return this;
  }

  get which(): this {
    return this;
  }

  /** `only.with({…})`: asserts these attributes, and that no others are set. */
  get only(): { with: (expected: Expectations<AttributeValues<T>>) => ResourceAssertion<T> } {
    const only = (expected: Expectations<AttributeValues<T>>) => {
      const names = new Set(Object.keys(expected));
      return this.#filter(only, (one) => [
        ...findDifferences(one, expected).map((difference) => formatDifference(one, difference)),
        ...findOtherAttributes(one, names).map((name) => `${name}: set as well`),
      ]);
    };
    return { with: only };
  }

  /** Asserts the values of these attributes. */
  with(expected: Expectations<AttributeValues<T>>): this {
    return this.#filter(this.with, (one) =>
      findDifferences(one, expected).map((difference) => formatDifference(one, difference)),
    );
  }

  /** Asserts that none of these attributes is set. */
  without(names: readonly (keyof AttributeValues<T> & string)[] | (keyof AttributeValues<T> & string)): this {
    const all = typeof names === 'string' ? [names] : names;
    return this.#filter(this.without, (one) =>
      all
        .filter((name) => isGiven(one, name))
        .map((name) =>
          formatDifference(one, { path: name, expected: 'nothing', actual: one.parameters[name] }),
        ),
    );
  }

  /** Asserts that the resource is applied after another. */
  requires(reference: Reference): this;
  requires(type: ClassLike): this;
  requires<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
  requires(target: Reference | Declarable, title?: string): this {
    return this.#filterRelated('requires', target, title, this.requires);
  }

  /** Asserts that the resource is applied before another. */
  comesBefore(reference: Reference): this;
  comesBefore(type: ClassLike): this;
  comesBefore<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
  comesBefore(target: Reference | Declarable, title?: string): this {
    return this.#filterRelated('comesBefore', target, title, this.comesBefore);
  }

  /** Asserts that a change of the resource refreshes another. */
  notifies(reference: Reference): this;
  notifies(type: ClassLike): this;
  notifies<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
  notifies(target: Reference | Declarable, title?: string): this {
    return this.#filterRelated('notifies', target, title, this.notifies);
  }

  /** Asserts that a change of another refreshes the resource. */
  subscribesTo(reference: Reference): this;
  subscribesTo(type: ClassLike): this;
  subscribesTo<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
  subscribesTo(target: Reference | Declarable, title?: string): this {
    return this.#filterRelated('subscribesTo', target, title, this.subscribesTo);
  }

  #filterRelated(
    relationship: Relationship,
    target: Reference | Declarable,
    title: string | undefined,
    caller: (...args: never[]) => unknown,
  ): this {
    const reference = Reference.is(target) ? target : toReference(target, title);
    const other = this.catalog.find(reference.type, reference.title);
    if (other === undefined)
      return fail(
        [
          `the catalog does not contain ${reference}; the closest are`,
          ...describeClosest(this.catalog, reference),
        ],
        caller,
      );
    coverage.recordAssertion([other]);
    return this.#filter(caller, (one) => describeMissingRelation(this.catalog, one, relationship, other));
  }

  /** Keeps the candidates that meet an assertion. If none is left, fails with what is wrong with the closest one. */
  #filter(
    caller: (...args: never[]) => unknown,
    problemsOf: (one: CatalogResource) => readonly string[],
  ): this {
    const judged = this.#candidates.map((one) => ({ one, problems: problemsOf(one) }));
    const right = judged.filter(({ problems }) => problems.length === 0);
    if (right.length > 0) {
      this.#candidates = right.map(({ one }) => one);
      coverage.recordAssertion(this.#candidates);
      return this;
    }
    const fewest = Math.min(...judged.map(({ problems }) => problems.length));
    const closest = judged.find(({ problems }) => problems.length === fewest);
    if (closest === undefined) return this;
    const { one, problems } = closest;
    const heading =
      judged.length === 1
        ? `${formatResource(one)} is not as expected:`
        : `none of ${judged.length} is as expected; the closest is ${formatResource(one)}:`;
    return fail([heading, ...problems.map((line) => `  ${line}`)], caller);
  }
}
