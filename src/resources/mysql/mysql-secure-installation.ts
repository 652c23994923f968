import { arrayOf, nativeType, property, string, title } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { formatAccount, parseAccount } from './account.js';
import { getServer } from './connection/server.js';
import { splitTitle } from './mysql-grant/read.js';
import { quoteAccount, quoteIdentifier, quoteLiteral } from './quote.js';
import { LOCKS, rootOptionFile, serverClass } from './shared-attributes.js';
import { readSnapshotOrThrow, readStates, type Snapshot } from './snapshot.js';

/** Where root may come from: from the server's own host. */
const NEAR = new Set(['localhost', '127.0.0.1', '::1']);

const TEST = 'test';
/** What everybody may use on a server as it is installed: the database, and all whose names begin with it. */
const TEST_RIGHTS = ['test', 'test\\_%'];

/** Removes what a server is installed with for trying it out. */
export class MysqlSecureInstallation extends nativeType(
  'mysql_secure_installation',
  {
    name: title('What it is called.'),
    anonymous_users: property(arrayOf(string), 'Accounts without a name that stay.', { default: [] }),
    remote_root: property(arrayOf(string), 'Accounts of root for other hosts that stay.', { default: [] }),
    test_databases: property(
      arrayOf(string),
      'Databases that everybody may use, and rights to them, that stay.',
      {
        default: [],
      },
    ),
  },
  {
    doc:
      'Leaves a server as the command of the same name does: without anonymous accounts, without root from other ' +
      'hosts, and without the test database. What the manifest declares itself stays.',
    autorequire: () => [rootOptionFile, serverClass],
  },
) {}

provide(MysqlSecureInstallation, {
  locks: () => LOCKS,
  blank: () => undefined,

  read: (session, subjects) => readStates(session, subjects, (there) => findLeftovers(session, there)),

  async change(session, { wanted }) {
    const there = findLeftovers(session, await readSnapshotOrThrow(session));
    const gone = (is: readonly string[], stay: readonly string[]) => is.filter((one) => !stay.includes(one));
    const users = [
      ...gone(there.anonymous_users, wanted.anonymous_users),
      ...gone(there.remote_root, wanted.remote_root),
    ];
    const tests = gone(there.test_databases, wanted.test_databases);
    const rights = tests.filter((one) => one !== TEST).map(parseRight);
    const server = await getServer(session);
    await server.execute(session, [
      ...users.map((name) => `DROP USER IF EXISTS ${quoteAccount(parseAccount(name))}`),
      ...(tests.includes(TEST) ? [`DROP DATABASE IF EXISTS ${quoteIdentifier(TEST)}`] : []),
      // They may belong to accounts that are not there, which no REVOKE can name.
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
  const strays = [...users.keys()].filter((name) => !declared.has(name));
  const grants = session.managed('mysql_grant');
  const isTest = databases.some(({ name }) => name === TEST) && !session.managed('mysql_database').has(TEST);
  const testRights = rights
    .filter(({ db }) => TEST_RIGHTS.includes(db ?? ''))
    .map((row) => `${formatAccount({ user: row.user ?? '', host: row.host ?? '' })}/${row.db}`)
    .filter((right) => !grants.has(`${right}.*`));
  return {
    anonymous_users: strays.filter((name) => parseAccount(name).user === '').sort(),
    remote_root: strays.filter(isRemoteRoot).sort(),
    test_databases: [...(isTest ? [TEST] : []), ...testRights.sort()],
  };
}

function isRemoteRoot(name: string): boolean {
  const { user, host } = parseAccount(name);
  return user === 'root' && !NEAR.has(host);
}

function parseRight(right: string) {
  const { user, table } = splitTitle(right);
  return { ...parseAccount(user), database: table };
}
