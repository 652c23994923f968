import { arrayOf, nativeType, property, string, title } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { formatAccount, parseAccount } from './account.js';
import { getServer } from './connection/server.js';
import { splitTitle } from './mysql-grant/read.js';
import { quoteAccount, quoteIdentifier, quoteLiteral } from './quote.js';
import { LOCKS, rootOptionFile, serverClass } from './shared-attributes.js';
import { readStates, requireSnapshot, type Snapshot } from './snapshot.js';

/** The hosts from which root may log in: only the server's own. */
const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '::1']);

const TEST = 'test';
/** The databases that every account may use on a new server: `test`, and those whose names begin with `test_`. */
const TEST_RIGHTS = ['test', 'test\\_%'];

/**
 * Removes the accounts and databases with which a server is installed for tests.
 * @example
 * new MysqlSecureInstallation(site, 'mysql_secure_installation', {});
 */
export class MysqlSecureInstallation extends nativeType(
  'mysql_secure_installation',
  {
    name: title('Any name for the resource.'),
    anonymous_users: property(arrayOf(string), 'Anonymous accounts that are kept.', { default: [] }),
    remote_root: property(arrayOf(string), 'Accounts of root for other hosts that are kept.', {
      default: [],
    }),
    test_databases: property(
      arrayOf(string),
      'Databases that every account can use, and privileges on them, that are kept.',
      {
        default: [],
      },
    ),
  },
  {
    doc:
      'Secures a server as the command of the same name does: removes anonymous accounts, root accounts of other ' +
      'hosts, and the test database. Accounts and databases of the catalog are kept.',
    autorequire: () => [rootOptionFile, serverClass],
  },
) {}

provide(MysqlSecureInstallation, {
  locks: () => LOCKS,
  blank: () => undefined,

  read: (session, subjects) => readStates(session, subjects, (snapshot) => findLeftovers(session, snapshot)),

  async change(session, { desired }) {
    const found = findLeftovers(session, await requireSnapshot(session));
    const exclude = (all: readonly string[], kept: readonly string[]) =>
      all.filter((one) => !kept.includes(one));
    const users = [
      ...exclude(found.anonymous_users, desired.anonymous_users),
      ...exclude(found.remote_root, desired.remote_root),
    ];
    const tests = exclude(found.test_databases, desired.test_databases);
    const rights = tests.filter((one) => one !== TEST).map(parseRight);
    const server = await getServer(session);
    await server.execute(session, [
      ...users.map((name) => `DROP USER IF EXISTS ${quoteAccount(parseAccount(name))}`),
      ...(tests.includes(TEST) ? [`DROP DATABASE IF EXISTS ${quoteIdentifier(TEST)}`] : []),
      // They may belong to accounts that do not exist, which REVOKE does not accept.
      ...rights.map(
        ({ user, host, database }) =>
          `DELETE FROM mysql.db WHERE User = ${quoteLiteral(user)} AND Host = ${quoteLiteral(host)} AND Db = ${quoteLiteral(database)}`,
      ),
      ...(rights.length === 0 ? [] : ['FLUSH PRIVILEGES']),
    ]);
  },
});

function findLeftovers(session: Session, { users, databases, rights }: Snapshot) {
  const declared = session.managed('mysql_user');
  const undeclared = [...users.keys()].filter((name) => !declared.has(name));
  const grants = session.managed('mysql_grant');
  const isTest = databases.some(({ name }) => name === TEST) && !session.managed('mysql_database').has(TEST);
  const testRights = rights
    .filter(({ db }) => TEST_RIGHTS.includes(db ?? ''))
    .map((row) => `${formatAccount({ user: row.user ?? '', host: row.host ?? '' })}/${row.db}`)
    .filter((right) => !grants.has(`${right}.*`));
  return {
    anonymous_users: undeclared.filter((name) => parseAccount(name).user === '').sort(),
    remote_root: undeclared.filter(isRemoteRoot).sort(),
    test_databases: [...(isTest ? [TEST] : []), ...testRights.sort()],
  };
}

function isRemoteRoot(name: string): boolean {
  const { user, host } = parseAccount(name);
  return user === 'root' && !LOCAL_HOSTS.has(host);
}

function parseRight(right: string) {
  const { user, table } = splitTitle(right);
  return { ...parseAccount(user), database: table };
}
