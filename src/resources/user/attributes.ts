import {
  absolutePath,
  anyOf,
  arrayOf,
  boolean,
  type DesiredOf,
  integer,
  matching,
  oneOf,
  parameter,
  property,
  secretOf,
  title,
} from '../../catalog/index.js';
import { accountName, groupName } from '../accounts/account-names.js';

/** A field of the account files. */
const field = matching(/^[^:\n]*$/, "a string without ':' and line breaks");

/** Nothing, a locked password, `$id$…`, or 13 characters of the oldest kind: a clear-text password is refused. */
const hash = secretOf(
  matching(
    /^(|[!*][^:\n]*|x|!*\$[^:\n]+|[./0-9A-Za-z]{13})$/,
    "a password's hash as crypt(5) describes it; the password itself would not work",
  ),
);

/** The attributes of a user. */
export const attributes = {
  name: title('The account name.', accountName),
  ensure: property(oneOf('present', 'absent'), 'Whether the account exists.', { default: 'present' }),
  uid: property(integer({ min: 0 }), 'The ID; by default the system chooses one.'),
  gid: property(accountName, 'The primary group, by name or ID.'),
  groups: property(arrayOf(groupName), 'The supplementary groups, by name.', {
    insync: (is, should, { membership }) => {
      if (!Array.isArray(is)) return false;
      const all = should.every((group) => is.includes(group));
      return membership === 'inclusive' ? all && new Set(should).size === is.length : all;
    },
  }),
  comment: property(field, 'The description, usually a full name (GECOS).'),
  home: property(
    absolutePath,
    'The home directory. managehome determines if the directory itself is created and moved.',
  ),
  shell: property(absolutePath, 'The login shell: a program that must exist when the account is changed.'),
  password: property(
    hash,
    "The hash of the password, as in /etc/shadow; '!' or '*' for none. Always a secret.",
  ),
  password_min_age: property(
    integer({ min: -1 }),
    'Days before the password may be changed again; -1 for no limit.',
  ),
  password_max_age: property(
    integer({ min: -1 }),
    'Days after which the password must be changed; -1 for never.',
  ),
  password_warn_days: property(
    integer({ min: -1 }),
    'Days of warning before it must be changed; -1 for none.',
  ),
  expiry: property(
    anyOf(oneOf('absent'), matching(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD')),
    "The day on which the account expires, as YYYY-MM-DD; 'absent' for never.",
  ),
  purge_ssh_keys: property(
    anyOf(
      boolean,
      arrayOf(matching(/^(?:~\/|%h\/|\/)[^\0\n]*$/, "a path that is absolute or begins with '~/' or '%h/'")),
    ),
    'Whether keys for logins of this user are removed if no ssh_authorized_key declares them: true for those in ' +
      ".ssh/authorized_keys in the home directory, or a list of files. '~/' and '%h/' are the home directory.",
    { show: (is, should) => ({ from: is, to: Array.isArray(is) ? [] : should }) },
  ),
  managehome: parameter(
    boolean,
    'Whether the home directory is created, moved and removed with the account.',
    {
      default: false,
    },
  ),
  membership: parameter(
    oneOf('minimum', 'inclusive'),
    "Whether the user may have other groups too ('minimum') or not ('inclusive').",
    { default: 'minimum' },
  ),
  system: parameter(boolean, 'Whether a new account gets an ID from the range of system accounts.', {
    default: false,
  }),
  allowdupe: parameter(boolean, 'Whether the ID may be that of another account.', { default: false }),
  forcelocal: parameter(
    boolean,
    'Whether only the files of the host are used, and not a directory service.',
    {
      default: false,
    },
  ),
};

/** The desired state of a user. */
export type DesiredUser = DesiredOf<typeof attributes>;
