import { type Clear, Secret } from '../../secrets/secret.js';
import type { Compound, ValueType } from './value-type.js';

/** A list; a single value stands for a list of one, as in Puppet. */
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

/** A hash from texts to values. */
export function hashOf<In, Out>(
  item: ValueType<In, Out>,
): ValueType<Readonly<Record<string, In>>, Compound<Out, Readonly<Record<string, Clear<Out>>>>> {
  return {
    schema: { type: 'object', additionalProperties: item.schema },
    expected: `a hash, each value ${item.expected}`,
    munge: (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && !Secret.is(value)
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, item.munge?.(one) ?? one]))
        : value,
    ...secrecyOf(item),
  };
}

/** A value of any of several types; the first whose form fits decides how it is read. */
export function anyOf<const T extends readonly ValueType<unknown>[]>(
  ...types: T
): ValueType<In<T[number]>, Compound<Out<T[number]>, Clear<Out<T[number]>>>> {
  return {
    schema: { anyOf: types.map((type) => type.schema) },
    expected: types.map((type) => type.expected).join(', or '),
    munge: (value) => {
      // A value that one of the types takes as it is stays so: a number is no text where numbers are welcome.
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

/** A compound is secret as a whole where what it is made of is. */
function secrecyOf(item: ValueType<unknown> | undefined): Pick<ValueType<unknown>, 'secret' | 'keepsSecret'> {
  return { secret: item?.secret, keepsSecret: item?.secret && item.keepsSecret };
}

type In<T> = T extends ValueType<infer I, unknown> ? I : never;
type Out<T> = T extends ValueType<unknown, infer O> ? O : never;

/** What JSON Schema calls the type of a value that needs no other reading; texts may need one. */
function jsonType(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : undefined;
}

/** Anything that plain data can hold. */
export const anything: ValueType<unknown> = { schema: {}, expected: 'any value' };
