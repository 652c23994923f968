import { parameter, string } from '../../catalog/index.js';
import { keysOf } from '../../data/keys-of.js';

/** The attributes of Puppet's service for other operating systems, with the name of the system. */
export const unsupportedAttributes = {
  flags: 'rcctl of OpenBSD',
  control: 'Solaris',
  manifest: 'SMF of Solaris',
  logonaccount: 'Windows',
  logonpassword: 'Windows',
} as const;

/** The names of the unsupported attributes. */
export const unsupportedAttributeNames = keysOf(unsupportedAttributes);

const unsupported = (system: string) => parameter(string, `Not supported: only ${system} has it.`);

/** Declared as attributes, so that the error explains why they are not supported. */
export const unsupportedAttributeTable = {
  flags: unsupported(unsupportedAttributes.flags),
  control: unsupported(unsupportedAttributes.control),
  manifest: unsupported(unsupportedAttributes.manifest),
  logonaccount: unsupported(unsupportedAttributes.logonaccount),
  logonpassword: unsupported(unsupportedAttributes.logonpassword),
};
