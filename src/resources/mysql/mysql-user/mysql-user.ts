import { nativeType, Reference } from '../../../catalog/index.js';
import { provide } from '../../../engine/provider.js';
import { checkAccount, formatAccount, parseAccount } from '../account.js';
import { getServer } from '../connection/server.js';
import { LOCKS, rootOptionFile, serverClass } from '../shared-attributes.js';
import { readStates, requireSnapshot } from '../snapshot.js';
import { attributes } from './attributes.js';
import { hasNoPassword } from './authentication.js';
import { buildUserStatements } from './change.js';
import { toUserState } from './read.js';
import { readAuthentication } from './read-authentication.js';
import { checkTlsOptions, normalizeTlsOptions } from './tls-requirement.js';

/** Accounts that the server uses itself. */
const SYSTEM = new Set(['mariadb.sys', 'mysql.infoschema', 'mysql.session', 'mysql.sys']);

/**
 * An account of MySQL or MariaDB.
 * @example
 * new MysqlUser(site, 'glance@localhost', {
 *   password_hash: mysql.mysqlPassword(secret.env('GLANCE_DB_PASSWORD')),
 * });
 */
export class MysqlUser extends nativeType('mysql_user', attributes, {
  doc: 'An account of MySQL or MariaDB. The title is user@host.',
  normalize: (desired) => {
    const { name, plugin, password_hash, tls_options } = desired;
    return {
      ...desired,
      name: formatAccount(parseAccount(name)),
      password_hash: plugin !== undefined && hasNoPassword(plugin) ? undefined : password_hash,
      tls_options: tls_options && normalizeTlsOptions(tls_options),
    };
  },
  *validate({ name, tls_options = ['NONE'] }) {
    yield* checkAccount(parseAccount(name));
    yield* checkTlsOptions(tls_options);
  },
  autorequire: ({ plugin }) => [
    rootOptionFile,
    serverClass,
    ...(plugin === undefined ? [] : [new Reference('mysql_plugin', plugin)]),
  ],
}) {}

provide(MysqlUser, {
  locks: () => LOCKS,

  read: (session, subjects) =>
    readStates(session, subjects, (snapshot, { name }) => toUserState(snapshot, name)),

  async change(session, { name, desired }, diff) {
    const needsCurrent = !diff.creates && (diff.has('password_hash') || diff.has('plugin'));
    const current = needsCurrent ? await readAuthentication(session, parseAccount(name)) : undefined;
    const server = await getServer(session);
    await server.execute(session, buildUserStatements(desired, diff, current));
  },

  async list(session) {
    const snapshot = await requireSnapshot(session);
    const names = [...snapshot.users.keys()].filter((name) => !isSystem(name));
    return new Map(names.map((name) => [name, toUserState(snapshot, name)]));
  },
});

function isSystem(name: string): boolean {
  return SYSTEM.has(parseAccount(name).user) || name === 'root@localhost' || name === 'mysql@localhost';
}
