import { arrayOf, type DesiredOf, property, string, title } from '../../../catalog/index.js';
import { accountName } from '../account.js';
import { ensure, provider } from '../shared-attributes.js';
import { parseTarget } from '../target.js';
import { areSamePrivileges } from './compare-privileges.js';

export const attributes = {
  name: title<`${string}@${string}/${string}`>('Account and table: user@host/database.table.'),
  ensure,
  provider,
  privileges: property(arrayOf(string), 'The privileges: `ALL`, or a list.', {
    insync: (is, should, { table }) => {
      const target = parseTarget(String(table));
      return target !== undefined && Array.isArray(is) && areSamePrivileges(is, should, target);
    },
  }),
  table: property(
    string,
    'The target: `database.table`, either of them `*`. In the name of a database, `%` and `_` are wildcards ' +
      'unless a `\\` is before them. Or `FUNCTION database.name`, `PROCEDURE database.name`; for PROXY, user@host.',
  ),
  user: property(accountName, 'The account: user@host.'),
  options: property(arrayOf(string), '`GRANT` to allow the account to grant the privileges, or `NONE`.'),
};

/** A grant as the catalog declares it. */
export type DeclaredGrant = DesiredOf<typeof attributes>;
