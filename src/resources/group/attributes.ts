import {
  arrayOf,
  boolean,
  integer,
  oneOf,
  parameter,
  property,
  title,
  type WantedOf,
} from '../../catalog/index.js';
import { accountName } from '../accounts/account-names.js';

/** The attributes of a group. */
export const attributes = {
  name: title('The name of the group.', accountName),
  ensure: property(oneOf('present', 'absent'), 'Whether the group is there.', { default: 'present' }),
  gid: property(integer({ min: 0 }), 'Its number; the system finds one where none is given.'),
  members: property(arrayOf(accountName), 'Users that have it as a supplementary group.', {
    insync: (is, should, { auth_membership }) => {
      if (!Array.isArray(is)) return false;
      const all = should.every((member) => is.includes(member));
      return auth_membership ? all && new Set(should).size === is.length : all;
    },
  }),
  auth_membership: parameter(boolean, '`members` are all that the group may have; others are taken out.', {
    default: false,
  }),
  system: parameter(boolean, 'A new group gets a number from the range of system groups.', {
    default: false,
  }),
  allowdupe: parameter(boolean, 'Two groups may have the same number.', { default: false }),
  forcelocal: parameter(boolean, "Looks at this host's own files alone, and never at a directory service.", {
    default: false,
  }),
};

/** The attributes of a group as its provider gets them. */
export type WantedGroup = WantedOf<typeof attributes>;
