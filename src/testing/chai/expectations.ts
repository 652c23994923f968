import type { Assertion } from 'chai';
import type { Catalog } from '../../catalog/catalog.js';
import type { Reference } from '../../catalog/reference.js';
import type { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { DeedAssertion } from '../convergence/assert-convergence.js';
import type { ConvergeOptions } from '../convergence/converge-options.js';
import type { Convergence } from '../convergence/convergence.js';
import type { ClassLike, Declarable, TitleOf } from '../declarable.js';
import type { ResourceAssertion } from '../resource-assertion.js';

/** Chai's words that do nothing but read well. */
type Word =
  | 'to'
  | 'be'
  | 'been'
  | 'is'
  | 'that'
  | 'which'
  | 'and'
  | 'has'
  | 'have'
  | 'with'
  | 'at'
  | 'of'
  | 'same'
  | 'but'
  | 'does'
  | 'still'
  | 'also';

/** An assertion of chai's with further methods; what comes after `not` has others. */
type Expecting<Positive, Negative, Negated = false> = Omit<
  InstanceType<typeof Assertion>,
  Word | 'not' | 'contain' | 'contains' | 'include' | 'includes' | keyof Positive | keyof Negative
> & { readonly [W in Word]: Expecting<Positive, Negative, Negated> } & {
  readonly not: Expecting<Positive, Negative, true>;
} & (Negated extends true ? Negative : Positive);

interface Contain {
  <T extends ClassLike>(type: T): ResourceAssertion<T>;
  <T extends Declarable, const S extends string>(type: T, title?: TitleOf<T, S> & S): ResourceAssertion<T>;
}

interface Lack {
  <T extends ClassLike>(type: T): void;
  <T extends Declarable, const S extends string>(type: T, title?: TitleOf<T, S> & S): void;
}

/** What may be expected of a catalog. */
interface OfCatalog {
  /** A class, a resource, or any of a type. */
  readonly contain: Contain;
  readonly contains: Contain;
  readonly include: Contain;
  readonly includes: Contain;
  /** Its relations close no cycle. */
  readonly compile: CatalogExpectation;
  /** Its relations close no cycle, and all that they name is there. */
  allDependencies(): CatalogExpectation;
  /** So many resources of a type, or of all types and defined types. */
  resourceCount(count: number): CatalogExpectation;
  resourceCount(type: Declarable, count: number): CatalogExpectation;
  /** So many classes. */
  classCount(count: number): CatalogExpectation;
  /** It brings a simulated host to where it wants it, and changes nothing in a second run. */
  converge(options?: ConvergeOptions): Promise<Convergence>;
}

interface OfCatalogNegated {
  readonly contain: Lack;
  readonly contains: Lack;
  readonly include: Lack;
  readonly includes: Lack;
  readonly compile: CatalogExpectation;
}

interface Deed {
  (reference: Reference): DeedAssertion;
  <T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S): DeedAssertion;
}

interface NoDeed {
  (reference: Reference): void;
  <T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S): void;
}

/** What may be expected of a run. */
interface OfConvergence {
  readonly changed: Deed;
  readonly refreshed: Deed;
  readonly failed: Deed;
  readonly skipped: Deed;
  changeNothing(): ConvergenceExpectation;
}

interface OfConvergenceNegated {
  readonly changed: NoDeed;
  readonly refreshed: NoDeed;
  readonly failed: NoDeed;
  readonly skipped: NoDeed;
  changeNothing(): ConvergenceExpectation;
}

/** What may be expected of a compilation. */
interface OfCompilation {
  /** It is refused, with a complaint that says this. */
  refuse(message?: string | RegExp): Promise<GlanceApplyError>;
}

export type CatalogExpectation = Expecting<OfCatalog, OfCatalogNegated>;
export type ConvergenceExpectation = Expecting<OfConvergence, OfConvergenceNegated>;
export type CompilationExpectation = Expecting<OfCompilation, Record<never, never>>;

/** Nothing for values of the type `any`, which fit everywhere: chai's own assertions are theirs. */
type Known<T> = 0 extends 1 & T ? never : T;

declare global {
  namespace Chai {
    interface ExpectStatic {
      <T extends Catalog>(value: T & Known<T>, message?: string): CatalogExpectation;
      <T extends Convergence>(value: T & Known<T>, message?: string): ConvergenceExpectation;
      <T extends Promise<Catalog> | (() => Promise<Catalog>)>(
        value: T & Known<T>,
        message?: string,
      ): CompilationExpectation;
    }
  }
}
