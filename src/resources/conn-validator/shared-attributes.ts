import { integer, number, oneOf, parameter, property, title, type ValueType } from '../../catalog/index.js';

/** Of a list of addresses the first is asked, as in Puppet. */
const firstAddress: ValueType<string | readonly string[], string> = {
  schema: { type: 'string', pattern: '^[^\\s/]+$' },
  expected: 'a host name or an address',
  munge: (value) => (Array.isArray(value) ? value[0] : value),
};

/** What both kinds of validators have. */
export const sharedAttributes = {
  ensure: property(oneOf('present'), 'That it answers.', { default: 'present' }),
  host: parameter(firstAddress, 'The name or address of the server, unless the name says it.'),
  port: parameter(integer({ min: 1, max: 65535 }), 'Its port, unless the name says it.'),
  timeout: parameter(number, 'Seconds to wait for it before giving up.', { default: 60 }),
  try_sleep: parameter(number, 'Seconds between two tries.', { default: 1 }),
};

/** The name of a validator, which may say what is to be reached. */
export function createNameAttribute(form: string) {
  return title(`What the check is called; ${form} says what is to be reached, too.`);
}

/** An address as it stands in a URL or before a port. */
export function formatHost(address: string): string {
  return address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;
}
