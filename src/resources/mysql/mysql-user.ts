import { nativeType, Reference } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { accountComplaints, accountText, parseAccount } from './account.js';
import { knowsNoPassword } from './authentication.js';
import { authenticationNow } from './authentication-now.js';
import { LOCKS, ownFile, serverClass } from './common.js';
import { serverOf } from './server.js';
import { snapshotOrThrow, statesFrom } from './snapshot.js';
import { normalTlsOptions, tlsComplaints } from './tls-options.js';
import { attributes } from './user-attributes.js';
import { userState } from './user-state.js';
import { userStatements } from './user-statements.js';

/** Accounts that the server keeps for itself. */
const SYSTEM = new Set(['mariadb.sys', 'mysql.infoschema', 'mysql.session', 'mysql.sys']);

/** An account of MySQL or MariaDB. */
export class MysqlUser extends nativeType('mysql_user', attributes, {
  doc: 'An account of MySQL or MariaDB. The title is user@host.',
  normalize: (wanted) => {
    const { name, plugin, password_hash, tls_options } = wanted;
    return {
      ...wanted,
      name: accountText(parseAccount(name)),
      password_hash: plugin !== undefined && knowsNoPassword(plugin) ? undefined : password_hash,
      tls_options: tls_options && normalTlsOptions(tls_options),
    };
  },
  *validate({ name, tls_options = ['NONE'] }) {
    yield* accountComplaints(parseAccount(name));
    yield* tlsComplaints(tls_options);
  },
  autorequire: ({ plugin }) => [
    ownFile,
    serverClass,
    ...(plugin === undefined ? [] : [new Reference('mysql_plugin', plugin)]),
  ],
}) {}

provide(MysqlUser, {
  locks: () => LOCKS,

  read: (session, subjects) => statesFrom(session, subjects, (there, { name }) => userState(there, name)),

  async change(session, { name, wanted }, diff) {
    const known = !diff.creates && (diff.has('password_hash') || diff.has('plugin'));
    const now = known ? await authenticationNow(session, parseAccount(name)) : undefined;
    const server = await serverOf(session);
    await server.tell(session, userStatements(wanted, diff, now));
  },

  async list(session) {
    const there = await snapshotOrThrow(session);
    const names = [...there.users.keys()].filter((name) => !isSystem(name));
    return new Map(names.map((name) => [name, userState(there, name)]));
  },
});

function isSystem(name: string): boolean {
  return SYSTEM.has(parseAccount(name).user) || name === 'root@localhost' || name === 'mysql@localhost';
}
