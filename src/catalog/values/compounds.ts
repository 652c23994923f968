import { isHash } from '../../data/is-hash.js';
import { type Clear, Secret } from '../../secrets/secret.js';
import type { Compound, ValueType } from './value-type.js';

/** A list; a single value becomes a list with one item, as in Puppet. */
export function arrayOf<In, Out>(
  item: ValueType<In, Out>,
): ValueType<In | readonly In[], Compound<Out, readonly Clear<Out>[]>> {
  return {
    schema: { type: 'array', items: item.schema },
    expected: `a list, each item ${item.expected}`,
    munge: (value) =>
      (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(
        (one) => item.munge?.(one) ?? one,
      ),
    ...secrecyOf(item),
  };
}

/** A hash from strings to values. */
export function hashOf<In, Out>(
  item: ValueType<In, Out>,
): ValueType<Readonly<Record<string, In>>, Compound<Out, Readonly<Record<string, Clear<Out>>>>> {
  return {
    schema: { type: 'object', additionalProperties: item.schema },
    expected: `a hash, each value ${item.expected}`,
    munge: (value) =>
      isHash(value) && !Secret.is(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, item.munge?.(one) ?? one]))
        : value,
    ...secrecyOf(item),
  };
}

/** A value of any of several types; the first type that the value matches determines how it is converted. */
export function anyOf<const T extends readonly ValueType<unknown>[]>(
  ...types: T
): ValueType<In<T[number]>, Compound<Out<T[number]>, Clear<Out<T[number]>>>> {
  return {
    schema: { anyOf: types.map((type) => type.schema) },
    expected: types.map((type) => type.expected).join(', or '),
    munge: (value) => {
      // A value that one of the types accepts without conversion is kept: a number does not become a string if numbers
      // are allowed.
      if (types.some((type) => type.schema.type === jsonType(value))) return value;
      for (const type of types) {
        if (type.munge === undefined) continue;
        const munged = type.munge(value);
        if (munged !== value) return munged;
      }
      return value;
    },
    ...secrecyOf(types.find((type) => type.secret)),
  };
}

/** A compound is secret as a whole if its items are. */
function secrecyOf(item: ValueType<unknown> | undefined): Pick<ValueType<unknown>, 'secret' | 'keepsSecret'> {
  return { secret: item?.secret, keepsSecret: item?.secret && item.keepsSecret };
}

type In<T> = T extends ValueType<infer I, unknown> ? I : never;
type Out<T> = T extends ValueType<unknown, infer O> ? O : never;

/** Returns JSON Schema's name for the type of a value that needs no conversion; strings may need one. */
function jsonType(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : undefined;
}

/** Anything that plain data can contain. */
export const anything: ValueType<unknown> = { schema: {}, expected: 'any value' };
