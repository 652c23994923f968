import { parameter, string } from '../../catalog/index.js';

/** Attributes of Puppet's service that hosts of this tool have no use for, and who has. */
export const foreign = {
  flags: 'rcctl of OpenBSD',
  control: 'Solaris',
  manifest: 'SMF of Solaris',
  logonaccount: 'Windows',
  logonpassword: 'Windows',
} as const;

/** Their names. */
export const foreignAttributes = Object.keys(foreign) as (keyof typeof foreign)[];

const refused = (whose: string) => parameter(string, `Refused: ${whose} has that.`);

/** They are attributes, so that whoever gives one is told why it is refused. */
export const foreignTable = {
  flags: refused(foreign.flags),
  control: refused(foreign.control),
  manifest: refused(foreign.manifest),
  logonaccount: refused(foreign.logonaccount),
  logonpassword: refused(foreign.logonpassword),
};
