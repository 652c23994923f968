import { secretOf, type ValueType } from './value-type.js';

/** Converts numbers to strings, because every value in a configuration file is a string. */
function toText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

/** Any string; a number is converted to one. */
export const string: ValueType<string | number, string> = {
  schema: { type: 'string' },
  expected: 'a string',
  munge: toText,
};

/** A string that must never be displayed. */
export const secretString = secretOf({ ...string, expected: 'a secret string' });

/** `true` or `false`; the strings 'true' and 'false' of data files are accepted. */
export const boolean: ValueType<boolean | 'true' | 'false', boolean> = {
  schema: { type: 'boolean' },
  expected: 'true or false',
  munge: (value) => (value === 'true' ? true : value === 'false' ? false : value),
};

/** An integer, within bounds if they are given; strings of digits are accepted. */
export function integer(
  bounds: { min?: number; max?: number } = {},
): ValueType<number | `${bigint}`, number> {
  const { min, max } = bounds;
  const range =
    min !== undefined && max !== undefined
      ? ` from ${min} to ${max}`
      : min !== undefined
        ? ` of at least ${min}`
        : max !== undefined
          ? ` of at most ${max}`
          : '';
  return {
    schema: {
      type: 'integer',
      ...(min === undefined ? {} : { minimum: min }),
      ...(max === undefined ? {} : { maximum: max }),
    },
    expected: `an integer${range}`,
    munge: (value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value),
  };
}

/** A number; strings of digits are accepted. */
export const number: ValueType<number | `${number}`, number> = {
  schema: { type: 'number' },
  expected: 'a number',
  munge: (value) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value),
};

/** One of a few words. */
export function oneOf<const W extends string>(...words: readonly W[]): ValueType<W> {
  const listed = words.map((word) => `'${word}'`);
  return {
    schema: { type: 'string', enum: words },
    expected: listed.length === 1 ? `${listed[0]}` : `${listed.slice(0, -1).join(', ')} or ${listed.at(-1)}`,
  };
}

/** A string that matches a pattern, or a number that does when it is converted; `expected` describes the pattern. */
export function matching(pattern: RegExp, expected: string): ValueType<string | number, string> {
  const flags = pattern.flags.replace('u', '');
  if (flags !== '')
    throw new TypeError(
      `the flag '${flags}' of ${pattern} has no effect, because JSON Schema has no flags: remove it`,
    );
  return { ...stringOf(pattern, expected), munge: toText };
}

/** A string that matches a pattern. */
function stringOf(pattern: RegExp, expected: string): ValueType<string> {
  return { schema: { type: 'string', pattern: pattern.source }, expected };
}

/** An absolute path without a NUL byte. */
export const absolutePath: ValueType<string> = stringOf(/^\/[^\0]*$/, 'an absolute path');
