import { arrayOf, nativeType, property, Reference, string, title } from '../../catalog/index.js';
import { accountName, ensure, lowerHost } from './common.js';

/** What an account may do with a table, a database or all of them. */
export class MysqlGrant extends nativeType(
  'mysql_grant',
  {
    name: title('Account and table: user@host/database.table.'),
    ensure,
    privileges: property(arrayOf(string), 'What it may do: `ALL`, or a list.', {
      insync: (is, should) =>
        Array.isArray(is) && [...is].sort().join('\n') === [...should].sort().join('\n'),
    }),
    table: property(string, 'With what: `database.table`, either of them `*`.'),
    user: property(accountName, 'Who: user@host.'),
    options: property(arrayOf(string), 'What comes with it: `GRANT` to hand it on.'),
  },
  {
    doc: 'Privileges of an account of MySQL or MariaDB. The title is user@host/database.table.',
    normalize: (wanted) => ({
      ...wanted,
      name: wanted.name.replaceAll("'", ''),
      privileges: wanted.privileges && normalPrivileges(wanted.privileges),
      table: wanted.table?.replaceAll('`', ''),
      user: wanted.user && lowerHost(wanted.user),
    }),
    *validate({ ensure, name, privileges, table, user }) {
      if (ensure === 'absent') return;
      if (privileges === undefined) yield 'privileges are needed';
      if (table === undefined) yield 'table is needed';
      if (user === undefined) yield 'user is needed';
      if (user !== undefined && table !== undefined && name !== `${user}/${table}`) {
        yield `its title must be '${user}/${table}': user and table`;
      }
      if (privileges !== undefined && privileges.length > 1 && privileges.includes('PROXY')) {
        yield 'PROXY stands alone';
      }
    },
    autorequire: ({ user }) => [
      new Reference('file', '/root/.my.cnf'),
      ...(user === undefined ? [] : [new Reference('mysql_user', user)]),
    ],
  },
) {}

/** The spelling of the server: in capitals, columns sorted, `ALL` alone, the right to grant left to `options`. */
function normalPrivileges(privileges: readonly string[]): string[] {
  if (privileges.length > 1 && privileges.some((one) => one.includes('ALL'))) return ['ALL'];
  const normal = privileges.map((privilege) => {
    const columns = /^\s*(\S+?)\s*\((.*)\)\s*$/.exec(privilege);
    if (columns === null) return privilege.trim().toUpperCase();
    const names = (columns[2] ?? '').split(',').map((name) => name.trim());
    return `${(columns[1] ?? '').toUpperCase()} (${names.sort().join(', ')})`;
  });
  return [...new Set(normal)].filter((one) => one !== 'GRANT' && one !== 'GRANT OPTION').sort();
}
