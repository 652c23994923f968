import { integer, number, oneOf, parameter, property, title, type ValueType } from '../../catalog/index.js';

/** Only the first address of a list is used, as in Puppet. */
const firstAddress: ValueType<string | readonly string[], string> = {
  schema: { type: 'string', pattern: '^[^\\s/]+$' },
  expected: 'a host name or an address',
  munge: (value) => (Array.isArray(value) ? value[0] : value),
};

/** The attributes that both types of validators have. */
export const sharedAttributes = {
  ensure: property(oneOf('present'), 'Only `present`: the server answers.', { default: 'present' }),
  host: parameter(firstAddress, 'The name or address of the server, unless the title contains it.'),
  port: parameter(integer({ min: 1, max: 65535 }), 'Its port, unless the title contains it.'),
  timeout: parameter(number, 'Seconds until the check fails.', { default: 60 }),
  try_sleep: parameter(number, 'Seconds between two attempts.', { default: 1 }),
};

/** Creates the name attribute of a validator, which may contain the address to reach. */
export function createNameAttribute(form: string) {
  return title(`The name of the check; ${form} is also the address to reach.`);
}

/** Formats a host for a URL or before a port: an IPv6 address in brackets. */
export function formatHost(address: string): string {
  return address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;
}
