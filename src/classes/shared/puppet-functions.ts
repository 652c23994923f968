import { isHash } from '../../data/is-hash.js';
import { deriveSecret, isTainted, revealAll, Secret } from '../../secrets/secret.js';

/** Puppet's `pick`: the first value that is neither undefined nor an empty string. */
export function pick<V>(...values: readonly (V | undefined)[]): V | undefined {
  return values.find((value) => value !== undefined && value !== null && value !== '');
}

/** Computes with a value that may be or contain a secret; the result is then a secret too. */
export function derive<R>(value: unknown, compute: (clear: unknown) => R): R | Secret<R> {
  return isTainted(value) ? deriveSecret(compute(revealAll(value)), value) : compute(value);
}

/** Puppet's `any2array`: a list is unchanged, undef and '' have no items, a hash its keys and values, else one item. */
export function toArray(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === undefined || value === null || value === '') return [];
  return typeof value === 'object' && !Secret.is(value) ? Object.entries(value).flat() : [value];
}

/** Puppet's `join(any2array(value), separator)`: the format of lists in oslo.config. */
export function joinAny(value: unknown, separator = ','): unknown {
  return derive(value, (clear) => toArray(clear).map(toText).join(separator));
}

/** Converts a value as Puppet does within a string: undef is empty, booleans are `true` and `false`. */
export function toText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** Puppet's `join(sort(join_keys_to_values(hash, '=')), ',')`: the format of dictionaries in oslo.config. */
export function joinPairs(
  hash: Readonly<Record<string, unknown>>,
  assignment = '=',
  separator = ',',
): string {
  const pairs = Object.entries(hash).flatMap(([key, value]) =>
    Array.isArray(value)
      ? value.map((one) => `${key}${assignment}${toText(one)}`)
      : [`${key}${assignment}${toText(value)}`],
  );
  return pairs.sort().join(separator);
}

/** Whether a value is a hash in plain text, and not a secret. */
export function isPlainHash(value: unknown): value is Readonly<Record<string, unknown>> {
  return isHash(value) && !Secret.is(value);
}

/**
 * stdlib's `any2bool`: true for numbers above zero and for strings that mean yes. Returns undefined for a string that
 * means neither yes nor no.
 */
export function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === undefined || value === null) return false;
  if (typeof value === 'number') return value > 0;
  if (typeof value !== 'string') return true;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value) > 0;
  if (/^(t|y|true|yes)$/i.test(value)) return true;
  return /^(|f|n|false|no|undef|undefined)$/i.test(value) ? false : undefined;
}
