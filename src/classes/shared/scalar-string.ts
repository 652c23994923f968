import type { ValueType } from '../../catalog/index.js';

/** A string. Numbers and booleans become strings, as they do where Puppet interpolates them. */
export const scalarString: ValueType<string | number | boolean, string> = {
  schema: { type: 'string' },
  expected: 'a string',
  munge: (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
};

/** As `scalarString`, and never to be shown. */
export const secretScalarString: ValueType<string | number | boolean, string> = {
  ...scalarString,
  expected: 'a secret string',
  secret: true,
};

/** A password that must be a string: Puppet's modules reject a number, which may have lost a leading zero. */
export const passwordString: ValueType<string> = {
  schema: { type: 'string' },
  expected: 'a secret string; quote it if it consists of digits only',
  secret: true,
};
