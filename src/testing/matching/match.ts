import isNil from 'lodash/isNil.js';
import { Matcher, type Mismatch } from './expectation.js';
import { findMismatches, isPlainObject } from './find-mismatches.js';
import { formatExpectation } from './format-expectation.js';

class PredicateMatcher extends Matcher {
  constructor(
    private readonly words: string,
    private readonly compare: (actual: unknown, path: string) => Mismatch[] | boolean,
  ) {
    super();
  }

  override mismatches(actual: unknown, path: string): Mismatch[] {
    const found = this.compare(actual, path);
    if (typeof found !== 'boolean') return found;
    return found ? [] : [{ path, expected: this.words, actual }];
  }

  override describe(): string {
    return this.words;
  }
}

const fits = (expected: unknown, actual: unknown) => findMismatches(expected, actual, '').length === 0;

/** Matches a hash that has at least these entries. Nested hashes are compared in the same way. */
function like(entries: Readonly<Record<string, unknown>>): Matcher {
  return new PredicateMatcher(`a hash with ${formatExpectation(entries)}`, (actual, path) => {
    if (!isPlainObject(actual)) return false;
    return Object.entries(entries).flatMap(([name, expected]) =>
      findMismatches(isPlainObject(expected) ? like(expected) : expected, actual[name], `${path}.${name}`),
    );
  });
}

/** Matchers for `with`, also inside lists and hashes. */
export const Match = {
  /** Any value except undefined and null. */
  anything: (): Matcher => new PredicateMatcher('any value', (actual) => !isNil(actual)),
  /** The value is not set and does not have a default. */
  absent: (): Matcher => new PredicateMatcher('nothing', isNil),
  like,
  /** A list that contains these members, in this order. */
  arrayWith: (members: readonly unknown[]): Matcher =>
    new PredicateMatcher(`a list with ${formatExpectation(members)}`, (actual) => {
      if (!Array.isArray(actual)) return false;
      let next = 0;
      for (const one of actual) if (next < members.length && fits(members[next], one)) next++;
      return next === members.length;
    }),
  /** A list that consists of these members, in any order. */
  members: (members: readonly unknown[]): Matcher =>
    new PredicateMatcher(`a list of ${formatExpectation(members)}, in any order`, (actual) => {
      if (!Array.isArray(actual) || actual.length !== members.length) return false;
      const left = [...actual];
      return members.every((expected) => {
        const index = left.findIndex((one) => fits(expected, one));
        if (index >= 0) left.splice(index, 1);
        return index >= 0;
      });
    }),
  /** A non-empty list in which every member is as expected. */
  every: (expected: unknown): Matcher =>
    new PredicateMatcher(
      `a list of only ${formatExpectation(expected)}`,
      (actual) => Array.isArray(actual) && actual.length > 0 && actual.every((one) => fits(expected, one)),
    ),
  /** Any value that is not as expected. */
  not: (expected: unknown): Matcher =>
    new PredicateMatcher(`anything but ${formatExpectation(expected)}`, (actual) => !fits(expected, actual)),
  /** A value that meets one of several expectations. */
  oneOf: (...expected: readonly unknown[]): Matcher =>
    new PredicateMatcher(expected.map(formatExpectation).join(' or '), (actual) =>
      expected.some((one) => fits(one, actual)),
    ),
} as const;
