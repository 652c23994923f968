import { hashOf, string, type ValueType, type Writable } from '../../../catalog/index.js';

/** A boolean, or one of the words that Puppet's type accepts for one. */
export const yesNoBoolean: ValueType<boolean | string, boolean> = {
  schema: { type: 'boolean' },
  expected: 'true, false, yes or no',
  munge: (value) =>
    /^(yes|true)$/i.test(String(value)) ? true : /^(no|false)$/i.test(String(value)) ? false : value,
};

/** A hash, or a string of the form `name=value,name=value`. */
export const imageProperties: ValueType<
  string | Readonly<Record<string, Writable<string | number>>>,
  Readonly<Record<string, string>>
> = {
  schema: hashOf(string).schema,
  expected: 'a hash of strings, or a string of the form name=value,name=value',
  munge: (value) =>
    typeof value === 'string' && value.split(',').every((pair) => pair.includes('='))
      ? Object.fromEntries(
          value
            .split(',')
            .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
        )
      : hashOf(string).munge?.(value),
};
