import type { Assertion } from 'chai';
import type { Catalog } from '../../catalog/catalog.js';
import type { Reference } from '../../catalog/reference.js';
import type { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { EffectAssertion } from '../convergence/assert-convergence.js';
import type { ConvergeOptions } from '../convergence/converge-options.js';
import type { Convergence } from '../convergence/convergence.js';
import type { ClassLike, Declarable, TitleOf } from '../declarable.js';
import type { ResourceAssertion } from '../resource-assertion.js';

/** The language chains of chai, which do nothing but improve readability. */
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

/** An assertion of chai with further methods, which are different after `not`. */
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

/** The assertions about a catalog. */
interface OfCatalog {
  /** It contains a class, a resource, or any resource of a type. */
  readonly contain: Contain;
  readonly contains: Contain;
  readonly include: Contain;
  readonly includes: Contain;
  /** Its relations do not form a cycle. */
  readonly compile: CatalogExpectation;
  /** Its relations do not form a cycle, and it contains everything that they refer to. */
  allDependencies(): CatalogExpectation;
  /** The number of its resources of a type, or of all types and defined types. */
  resourceCount(count: number): CatalogExpectation;
  resourceCount(type: Declarable, count: number): CatalogExpectation;
  /** The number of its classes. */
  classCount(count: number): CatalogExpectation;
  /** It converges on a simulated host, and a second run changes nothing. */
  converge(options?: ConvergeOptions): Promise<Convergence>;
}

interface OfCatalogNegated {
  readonly contain: Lack;
  readonly contains: Lack;
  readonly include: Lack;
  readonly includes: Lack;
  readonly compile: CatalogExpectation;
}

interface Effect {
  (reference: Reference): EffectAssertion;
  <T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S): EffectAssertion;
}

interface NoEffect {
  (reference: Reference): void;
  <T extends Declarable, const S extends string>(type: T, title: TitleOf<T, S> & S): void;
}

/** The assertions about a run. */
interface OfConvergence {
  readonly changed: Effect;
  readonly refreshed: Effect;
  readonly failed: Effect;
  readonly skipped: Effect;
  changeNothing(): ConvergenceExpectation;
}

interface OfConvergenceNegated {
  readonly changed: NoEffect;
  readonly refreshed: NoEffect;
  readonly failed: NoEffect;
  readonly skipped: NoEffect;
  changeNothing(): ConvergenceExpectation;
}

/** The assertions about a compilation. */
interface OfCompilation {
  /** It is refused, with an error that contains this message. */
  refuse(message?: string | RegExp): Promise<GlanceApplyError>;
}

export type CatalogExpectation = Expecting<OfCatalog, OfCatalogNegated>;
export type ConvergenceExpectation = Expecting<OfConvergence, OfConvergenceNegated>;
export type CompilationExpectation = Expecting<OfCompilation, Record<never, never>>;

/** `never` for values of the type `any`, which match every overload and get the assertions of chai itself. */
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
