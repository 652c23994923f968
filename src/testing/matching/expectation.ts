import { brandClass } from '../../errors/brand-class.js';
import type { Secret } from '../../secrets/secret.js';

/** One value that is not as expected. */
export interface Mismatch {
  /** The path of the value, starting with the attribute: `value`, `options.0.name`. */
  readonly path: string;
  /** A description of the expected value. */
  readonly expected: string;
  readonly actual: unknown;
}

/** An expectation that is more than a value, created by `Match`. */
export abstract class Matcher {
  static {
    brandClass(Matcher, 'matcher');
  }

  /** Returns how a value differs; empty if it is as expected. */
  abstract mismatches(actual: unknown, path: string): Mismatch[];

  /** Describes what is expected, to complete the sentence "expected …". */
  abstract describe(): string;

  static is(value: unknown): value is Matcher {
    return value instanceof Matcher;
  }
}

/**
 * What a spec can expect of a value: the value itself, a pattern for a string, a predicate, or a matcher, also inside
 * lists and hashes. `undefined` expects that the value is not set.
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
