import { isDeepStrictEqual } from 'node:util';
import { messageOf } from '../../errors/glance-apply-error.js';
import { isTainted, revealAll } from '../../secrets/secret.js';
import { Matcher, type Mismatch } from './expectation.js';
import { formatExpectation } from './format-expectation.js';

/** Finds the mismatches between a value and an expectation. Secrets are compared in plain text. */
export function findMismatches(expected: unknown, given: unknown, path: string): Mismatch[] {
  const actual = revealAll(given);
  if (Matcher.is(expected)) return expected.mismatches(actual, path);
  if (expected instanceof RegExp) return comparePattern(expected, actual, path);
  if (typeof expected === 'function') return comparePredicate(expected as Predicate, actual, path);
  if (Array.isArray(expected)) return compareLists(expected, actual, path);
  if (isPlainObject(expected) && !isTainted(expected)) return compareHashes(expected, actual, path);
  const nothing = expected === undefined || expected === null;
  const same = nothing
    ? actual === undefined || actual === null
    : isDeepStrictEqual(revealAll(expected), actual);
  return same ? [] : [{ path, expected: formatExpectation(expected), actual }];
}

type Predicate = (value: unknown) => unknown;

function comparePattern(pattern: RegExp, actual: unknown, path: string): Mismatch[] {
  const text =
    actual === undefined || actual === null || typeof actual === 'object' ? undefined : `${actual}`;
  // `search` always starts at the beginning, regardless of the state of the flags g and y.
  const found = text !== undefined && text.search(pattern) >= 0;
  return found ? [] : [{ path, expected: formatExpectation(pattern), actual }];
}

function comparePredicate(predicate: Predicate, actual: unknown, path: string): Mismatch[] {
  const what =
    predicate.name === '' || predicate.name === path ? 'a value that the function accepts' : predicate.name;
  try {
    return predicate(actual) ? [] : [{ path, expected: what, actual }];
  } catch (error) {
    return [{ path, expected: `${what} (it threw: ${messageOf(error)})`, actual }];
  }
}

function compareLists(expected: readonly unknown[], actual: unknown, path: string): Mismatch[] {
  if (!Array.isArray(actual) || actual.length !== expected.length)
    return [{ path, expected: formatExpectation(expected), actual }];
  return expected.flatMap((one, index) => findMismatches(one, actual[index], `${path}.${index}`));
}

function compareHashes(expected: Record<string, unknown>, actual: unknown, path: string): Mismatch[] {
  if (!isPlainObject(actual)) return [{ path, expected: formatExpectation(expected), actual }];
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...names].flatMap((name) => findMismatches(expected[name], actual[name], `${path}.${name}`));
}

/** Returns whether a value is a plain object: neither a list nor an instance of a class. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
