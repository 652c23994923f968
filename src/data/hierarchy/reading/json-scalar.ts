import { RefusedScalar } from './refused-scalar.js';
import { WholeFloat } from './whole-float.js';

/** Reads what stands without quotes in JSON. */
export function jsonScalar(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'number' || !Number.isInteger(value)) return value;
  if (/[.eE]/.test(text)) return new WholeFloat(value);
  if (Number.isSafeInteger(value)) return value;
  throw new RefusedScalar(`${text} is too large to be kept exactly`, `write it as a text: "${text}"`);
}
