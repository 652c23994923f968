import { brandClass } from '../../errors/brand-class.js';
import type { Secret } from '../../secrets/secret.js';

/** One thing that is not as expected. */
export interface Mismatch {
  /** Where, from the attribute on: `value`, `options.0.name`. */
  readonly path: string;
  /** What was expected there, in words. */
  readonly expected: string;
  readonly actual: unknown;
}

/** An expectation that is more than a value: what `Match` makes. */
export abstract class Matcher {
  static {
    brandClass(Matcher, 'matcher');
  }

  /** How the value differs; empty where it is as expected. */
  abstract mismatches(actual: unknown, path: string): Mismatch[];

  /** What is expected, to complete the sentence "expected …". */
  abstract describe(): string;

  static is(value: unknown): value is Matcher {
    return value instanceof Matcher;
  }
}

/**
 * What a spec may expect of a value: the value itself, a pattern for its text, a function that says whether it is
 * right, or a matcher; inside of lists and hashes too. `undefined` expects that nothing was given.
 */
export type Expectation<V> =
  | Matcher
  | RegExp
  | ((value: never) => boolean)
  | (V extends Secret<infer Inner>
      ? V | Inner
      : V extends readonly (infer E)[]
        ? readonly Expectation<E>[]
        : V extends object
          ? { readonly [K in keyof V]: Expectation<V[K]> }
          : V);

/** Expectations of the attributes of a type or class, by name. */
export type Expectations<Given> = { readonly [K in keyof Given]?: Expectation<Given[K]> };
