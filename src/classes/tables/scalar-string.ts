import type { ValueType } from '../../catalog/index.js';

/** A text. Numbers and truth values become texts, as they do where Puppet puts them into one. */
export const scalarString: ValueType<string> = {
  schema: { type: 'string' },
  expected: 'a text',
  munge: (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
};

/** As `text`, and never to be shown. */
export const secretScalarString: ValueType<string> = {
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
