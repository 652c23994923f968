import type { Catalog, CatalogResource } from '../catalog/catalog.js';
import { Reference } from '../catalog/reference.js';
import { closestTo, named } from './closest.js';
import { coverage } from './coverage.js';
import { type ClassLike, type Declarable, type Given, referenceOf, type TitleOf } from './declarable.js';
import { fail } from './failure.js';
import { differencesOf, inWords, isGiven, othersThan } from './matching/differences.js';
import type { Expectations } from './matching/expectation.js';
import { type Relationship, relationFailure } from './relations/relation-failure.js';

/** A resource of a catalog that something is expected of; each expectation gives it again, for the next. */
export class ResourceAssertion<T extends Declarable> {
  /** Of several candidates, those that were as expected so far; one where a title was given. */
  #candidates: readonly CatalogResource[];

  constructor(
    private readonly catalog: Catalog,
    candidates: readonly CatalogResource[],
  ) {
    this.#candidates = candidates;
    if (candidates.length === 1) coverage.touch(candidates);
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

  /** `only.with({…})`: these attributes, and no other is given. */
  get only(): { with: (expected: Expectations<Given<T>>) => ResourceAssertion<T> } {
    const only = (expected: Expectations<Given<T>>) => {
      const names = new Set(Object.keys(expected));
      return this.#keep(only, (one) => [
        ...differencesOf(one, expected).map((difference) => inWords(one, difference)),
        ...othersThan(one, names).map((name) => `${name}: given as well`),
      ]);
    };
    return { with: only };
  }

  /** The attributes have these values; others may have any. */
  with(expected: Expectations<Given<T>>): this {
    return this.#keep(this.with, (one) =>
      differencesOf(one, expected).map((difference) => inWords(one, difference)),
    );
  }

  /** None of these attributes was given. */
  without(names: readonly (keyof Given<T> & string)[] | (keyof Given<T> & string)): this {
    const all = typeof names === 'string' ? [names] : names;
    return this.#keep(this.without, (one) =>
      all
        .filter((name) => isGiven(one, name))
        .map((name) => inWords(one, { path: name, expected: 'nothing', actual: one.parameters[name] })),
    );
  }

  /** It is applied after this. */
  requires(reference: Reference): this;
  requires(type: ClassLike): this;
  requires<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
  requires(target: Reference | Declarable, title?: string): this {
    return this.#related('requires', target, title, this.requires);
  }

  /** It is applied before this. */
  comesBefore(reference: Reference): this;
  comesBefore(type: ClassLike): this;
  comesBefore<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
  comesBefore(target: Reference | Declarable, title?: string): this {
    return this.#related('comesBefore', target, title, this.comesBefore);
  }

  /** Where it changes, this is refreshed. */
  notifies(reference: Reference): this;
  notifies(type: ClassLike): this;
  notifies<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
  notifies(target: Reference | Declarable, title?: string): this {
    return this.#related('notifies', target, title, this.notifies);
  }

  /** It is refreshed where this changes. */
  subscribesTo(reference: Reference): this;
  subscribesTo(type: ClassLike): this;
  subscribesTo<U extends Declarable, const S extends string>(type: U, title: TitleOf<U, S> & S): this;
  subscribesTo(target: Reference | Declarable, title?: string): this {
    return this.#related('subscribesTo', target, title, this.subscribesTo);
  }

  #related(
    relationship: Relationship,
    target: Reference | Declarable,
    title: string | undefined,
    caller: (...args: never[]) => unknown,
  ): this {
    const reference = Reference.is(target) ? target : referenceOf(target, title);
    const other = this.catalog.find(reference.type, reference.title);
    if (other === undefined)
      return fail(
        [`the catalog has no ${reference}; the closest are`, ...closestTo(this.catalog, reference)],
        caller,
      );
    coverage.touch([other]);
    return this.#keep(caller, (one) => relationFailure(this.catalog, one, relationship, other));
  }

  /** Keeps the candidates that nothing is wrong with; where none is left, says what is wrong with the closest. */
  #keep(
    caller: (...args: never[]) => unknown,
    complaintsOf: (one: CatalogResource) => readonly string[],
  ): this {
    const judged = this.#candidates.map((one) => ({ one, complaints: complaintsOf(one) }));
    const right = judged.filter(({ complaints }) => complaints.length === 0);
    if (right.length > 0) {
      this.#candidates = right.map(({ one }) => one);
      coverage.touch(this.#candidates);
      return this;
    }
    const fewest = Math.min(...judged.map(({ complaints }) => complaints.length));
    const closest = judged.find(({ complaints }) => complaints.length === fewest);
    if (closest === undefined) return this;
    const { one, complaints } = closest;
    const heading =
      judged.length === 1
        ? `${named(one)} is not as expected:`
        : `none of ${judged.length} is as expected; the closest is ${named(one)}:`;
    return fail([heading, ...complaints.map((line) => `  ${line}`)], caller);
  }
}
