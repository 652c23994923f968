import { UnsupportedScalar } from './unsupported-scalar.js';
import { WholeFloat } from './whole-float.js';

/** Reads an unquoted scalar of JSON. */
export function readJsonScalar(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'number' || !Number.isInteger(value)) return value;
  if (/[.eE]/.test(text)) return new WholeFloat(value);
  if (Number.isSafeInteger(value)) return value;
  throw new UnsupportedScalar(`${text} is too large to be represented exactly`, `quote it: "${text}"`);
}
