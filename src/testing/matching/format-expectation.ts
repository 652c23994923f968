import { inspect } from 'node:util';
import { Matcher } from './expectation.js';

const MAX_LENGTH = 200;

/** Formats a value or an expectation for the message of a failure. */
export function formatExpectation(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Matcher.is(value)) return value.describe();
  if (typeof value === 'function') return 'a value that the function accepts';
  if (value instanceof RegExp) return `a string that matches ${value}`;
  const text = inspect(value, { depth: 4, breakLength: Infinity, maxStringLength: MAX_LENGTH });
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
