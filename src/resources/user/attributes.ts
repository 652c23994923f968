import {
  absolutePath,
  anyOf,
  arrayOf,
  boolean,
  integer,
  matching,
  oneOf,
  parameter,
  property,
  secretOf,
  title,
  type WantedOf,
} from '../../catalog/index.js';
import { accountName, groupName } from '../accounts/account-names.js';

/** What neither field of the account files can hold. */
const field = matching(/^[^:\n]*$/, "a text without ':' and line breaks");

/** Nothing, a locked password, `$id$…`, or the 13 characters of the oldest kind: a password in clear is none of these. */
const hash = secretOf(
  matching(
    /^(|[!*][^:\n]*|x|!*\$[^:\n]+|[./0-9A-Za-z]{13})$/,
    "a password's hash as crypt(5) describes it; the password itself would not work",
  ),
);

/** The attributes of a user. */
export const attributes = {
  name: title('The account name.', accountName),
  ensure: property(oneOf('present', 'absent'), 'Whether the account is there.', { default: 'present' }),
  uid: property(integer({ min: 0 }), 'Its number; the system finds one where none is given.'),
  gid: property(accountName, 'Its primary group, by name or number.'),
  groups: property(arrayOf(groupName), 'Supplementary groups, by name.', {
    insync: (is, should, { membership }) => {
      if (!Array.isArray(is)) return false;
      const all = should.every((group) => is.includes(group));
      return membership === 'inclusive' ? all && new Set(should).size === is.length : all;
    },
  }),
  comment: property(field, 'Its description, usually a full name (GECOS).'),
  home: property(
    absolutePath,
    'Its home directory. managehome says whether the directory itself is made and moved.',
  ),
  shell: property(absolutePath, 'Its login shell: a program that is there when the account is changed.'),
  password: property(
    hash,
    "The hash of its password, as in /etc/shadow; '!' or '*' for none. Always a secret.",
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
    "The day on which the account ends, as YYYY-MM-DD; 'absent' for never.",
  ),
  purge_ssh_keys: property(
    anyOf(
      boolean,
      arrayOf(matching(/^(?:~\/|%h\/|\/)[^\0\n]*$/, "a path that is absolute or begins with '~/' or '%h/'")),
    ),
    'Removes the keys with which one may log in as this user and which are no ssh_authorized_key of the catalog: true ' +
      "means those in .ssh/authorized_keys in its home directory, otherwise those in the files that are named. '~/' " +
      "and '%h/' stand for the home directory.",
    { show: (is, should) => ({ from: is, to: Array.isArray(is) ? [] : should }) },
  ),
  managehome: parameter(boolean, 'Makes the home directory with the account, moves it, and removes it too.', {
    default: false,
  }),
  membership: parameter(
    oneOf('minimum', 'inclusive'),
    "Whether groups are those that the user must have ('minimum') or all of them ('inclusive').",
    { default: 'minimum' },
  ),
  system: parameter(boolean, 'A new account gets a number from the range of system accounts.', {
    default: false,
  }),
  allowdupe: parameter(boolean, 'Two accounts may have the same number.', { default: false }),
  forcelocal: parameter(boolean, "Looks at this host's own files alone, and never at a directory service.", {
    default: false,
  }),
};

/** The attributes of a user as its provider gets them. */
export type WantedUser = WantedOf<typeof attributes>;
