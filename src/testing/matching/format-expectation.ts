import { inspect } from 'node:util';
import { Matcher } from './expectation.js';

const MAX_LENGTH = 200;

/** A value or an expectation, as a failure shows it. */
export function formatExpectation(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Matcher.is(value)) return value.describe();
  if (typeof value === 'function') return 'what the function accepts';
  if (value instanceof RegExp) return `a text that matches ${value}`;
  const text = inspect(value, { depth: 4, breakLength: Infinity, maxStringLength: MAX_LENGTH });
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
