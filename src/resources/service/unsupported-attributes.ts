import { parameter, string } from '../../catalog/index.js';
import { keysOf } from '../../data/keys-of.js';

/** Attributes of Puppet's service that hosts of this tool have no use for, and who has. */
export const unsupportedAttributes = {
  flags: 'rcctl of OpenBSD',
  control: 'Solaris',
  manifest: 'SMF of Solaris',
  logonaccount: 'Windows',
  logonpassword: 'Windows',
} as const;

/** Their names. */
export const unsupportedAttributeNames = keysOf(unsupportedAttributes);

const refused = (whose: string) => parameter(string, `Refused: ${whose} has that.`);

/** They are attributes, so that whoever gives one is told why it is refused. */
export const unsupportedAttributeTable = {
  flags: refused(unsupportedAttributes.flags),
  control: refused(unsupportedAttributes.control),
  manifest: refused(unsupportedAttributes.manifest),
  logonaccount: refused(unsupportedAttributes.logonaccount),
  logonpassword: refused(unsupportedAttributes.logonpassword),
};
