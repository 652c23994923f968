import {
  arrayOf,
  boolean,
  type DesiredOf,
  integer,
  oneOf,
  parameter,
  property,
  title,
} from '../../catalog/index.js';
import { accountName } from '../accounts/account-names.js';

/** The attributes of a group. */
export const attributes = {
  name: title('The name of the group.', accountName),
  ensure: property(oneOf('present', 'absent'), 'Whether the group exists.', { default: 'present' }),
  gid: property(integer({ min: 0 }), 'The ID; by default the system chooses one.'),
  members: property(arrayOf(accountName), 'The users that have it as a supplementary group.', {
    insync: (is, should, { auth_membership }) => {
      if (!Array.isArray(is)) return false;
      const all = should.every((member) => is.includes(member));
      return auth_membership ? all && new Set(should).size === is.length : all;
    },
  }),
  auth_membership: parameter(boolean, 'Whether `members` is the whole list, so that others are removed.', {
    default: false,
  }),
  system: parameter(boolean, 'Whether a new group gets an ID from the range of system groups.', {
    default: false,
  }),
  allowdupe: parameter(boolean, 'Whether the ID may be that of another group.', { default: false }),
  forcelocal: parameter(
    boolean,
    'Whether only the files of the host are used, and not a directory service.',
    {
      default: false,
    },
  ),
};

/** The desired state of a group. */
export type DesiredGroup = DesiredOf<typeof attributes>;
