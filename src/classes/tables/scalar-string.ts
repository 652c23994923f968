import type { ValueType } from '../../catalog/index.js';

/** A string. Numbers and booleans become strings, as they do where Puppet interpolates them. */
export const scalarString: ValueType<string | number | boolean, string> = {
  schema: { type: 'string' },
  expected: 'a text',
  munge: (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
};

/** As `scalarString`, and never to be shown. */
export const secretScalarString: ValueType<string | number | boolean, string> = {
  ...scalarString,
  expected: 'a secret text',
  secret: true,
};

/** A password that must be written as a text: Puppet's modules refuse a number, which may have lost a zero. */
export const passwordString: ValueType<string> = {
  schema: { type: 'string' },
  expected: 'a secret text; one of digits alone needs quotes',
  secret: true,
};
