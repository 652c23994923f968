import type { ValueType } from '../../catalog/index.js';

/** One value of an option. */
export type OptionScalar = string | number | boolean;

/** The value of an option of a configuration file: one value, or a list if the option has several. */
export type OptionValue = OptionScalar | readonly OptionScalar[];

const scalar = { type: ['string', 'number', 'boolean'] };

/** One value or a list, not a hash. Values are not converted: the configuration type formats them. */
export const optionValue: ValueType<OptionValue> = {
  schema: { anyOf: [scalar, { type: 'array', items: scalar }] },
  expected: 'a string, a number, true or false, or a list of those',
};

/** As `optionValue`, but secret. */
export const secretOptionValue: ValueType<OptionValue> = { ...optionValue, secret: true };

/** An option that is given as a hash, a list, or a string. */
export const dictionaryValue: ValueType<OptionValue | Readonly<Record<string, OptionScalar>>> = {
  schema: {
    anyOf: [scalar, { type: 'array', items: scalar }, { type: 'object', additionalProperties: scalar }],
  },
  expected: 'a hash of values, a list or a string',
};
