import type { ValueType } from '../../catalog/index.js';

/** One value of an option. */
export type OptionScalar = string | number | boolean;

/** What an option of a configuration file may be given: one value, or a list where the option holds several. */
export type OptionValue = OptionScalar | readonly OptionScalar[];

const scalar = { type: ['string', 'number', 'boolean'] };

/** One value or a list; a hash is none. Values stay as they are written, for the configuration type to render. */
export const optionValue: ValueType<OptionValue> = {
  schema: { anyOf: [scalar, { type: 'array', items: scalar }] },
  expected: 'a text, a number, true or false, or a list of those',
};

/** As `optionValue`, and never to be shown. */
export const secretOptionValue: ValueType<OptionValue> = { ...optionValue, secret: true };

/** An option that is given as a hash, a list, or its text. */
export const dictionaryValue: ValueType<OptionValue | Readonly<Record<string, OptionScalar>>> = {
  schema: {
    anyOf: [scalar, { type: 'array', items: scalar }, { type: 'object', additionalProperties: scalar }],
  },
  expected: 'a hash of values, a list or a text',
};
