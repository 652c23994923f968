import { deriveSecret, Secret } from '../../secrets/secret.js';
import { formatRubyFloat, WholeFloat } from './reading/whole-float.js';

/** Converts a value for manifests: hashes become plain objects, in which `__proto__` is a key like any other. */
export function toPlain(value: unknown): unknown {
  if (value instanceof WholeFloat) return value.value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, toPlain(one)]));
  if (Secret.is(value)) return deriveSecret(toPlain(value.reveal()), value);
  return value;
}

/** Formats a value inside a string as Ruby's `to_s` does. Secrets must be revealed before. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return inspectValue(value);
}

function inspectValue(value: unknown): string {
  if (value === null || value === undefined) return 'nil';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : formatRubyFloat(value);
  if (Array.isArray(value)) return `[${value.map(inspectValue).join(', ')}]`;
  if (value instanceof Map) {
    return `{${[...value].map(([key, one]) => `${JSON.stringify(key)}=>${inspectValue(one)}`).join(', ')}}`;
  }
  return String(value);
}

/** Describes the type of a value for a message: never the value itself. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Secret.is(value)) return 'a secret';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Map) return 'a hash';
  if (typeof value === 'string') return 'a string';
  return typeof value === 'boolean' ? `the boolean ${value}` : 'a number';
}

/** Returns a string that is equal for exactly those values that are equal by Ruby's `eql?`. */
export function toIdentityKey(value: unknown): string {
  if (Secret.is(value)) return toIdentityKey(value.reveal());
  if (value instanceof WholeFloat) return `float ${value}`;
  if (Array.isArray(value)) return `[${value.map(toIdentityKey).join()}]`;
  if (value instanceof Map) {
    const members = [...value].map(([key, one]) => `${JSON.stringify(key)}:${toIdentityKey(one)}`);
    return `{${members.sort().join()}}`;
  }
  return `${typeof value} ${JSON.stringify(value) ?? ''}`;
}
