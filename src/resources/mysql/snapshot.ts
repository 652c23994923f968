import type { AttributeTable } from '../../catalog/index.js';
import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { requireReadable } from '../tools/require-readable.js';
import { formatAccount } from './account.js';
import { shouldWait } from './connection/connect.js';
import { getServer } from './connection/server.js';
import type { Row } from './connection/sql-client.js';

/** The databases, accounts and plugins of a server, read with one query. */
export interface Snapshot {
  readonly isMariadb: boolean;
  readonly databases: readonly Row[];
  /** Rows of mysql.user by account, without roles. */
  readonly users: ReadonlyMap<string, Row>;
  /** MariaDB's JSON for accounts with several authentication methods, by account. */
  readonly methods: ReadonlyMap<string, string>;
  readonly plugins: readonly Row[];
  /** Rows of mysql.db: the privileges of accounts on databases. */
  readonly rights: readonly Row[];
}

const DATABASES =
  'SELECT SCHEMA_NAME AS name, DEFAULT_CHARACTER_SET_NAME AS charset, DEFAULT_COLLATION_NAME AS collation ' +
  'FROM information_schema.SCHEMATA';
/** Accounts, with all columns that servers of any version have. */
export const USERS = 'SELECT * FROM mysql.user';
const PLUGINS = 'SELECT PLUGIN_NAME AS name, PLUGIN_LIBRARY AS library FROM information_schema.PLUGINS';
const RIGHTS = 'SELECT Host, User, Db FROM mysql.db';

/** MariaDB has this table since 10.4; the other query returns the same columns and no rows. */
export const METHODS = 'SELECT Host, User, Priv FROM mysql.global_priv WHERE Priv LIKE \'%"auth_or"%\'';
const NO_METHODS = 'SELECT Host, User, NULL AS Priv FROM mysql.db WHERE FALSE';

/** Reads what the server contains, once until something changes. */
export function readSnapshot(session: Session): Promise<Snapshot | Unreadable> {
  // A read that waits for the server must not share the result of one that did not.
  return session.once(`mysql snapshot${shouldWait(session) ? ', waiting' : ''}`, async () => {
    const server = await getServer(session);
    const results = await server.query(session, ({ hasSeveralMethods }) => [
      DATABASES,
      USERS,
      PLUGINS,
      RIGHTS,
      hasSeveralMethods ? METHODS : NO_METHODS,
    ]);
    if (results instanceof Unreadable) return results;
    const [databases = [], users = [], plugins = [], rights = [], methods = []] = results;
    return {
      isMariadb: server.isMariadb,
      databases,
      users: new Map(users.filter(({ is_role }) => is_role !== 'Y').map((row) => [toOwner(row), row])),
      methods: new Map(methods.map((row) => [toOwner(row), row.priv ?? ''])),
      plugins,
      rights,
    };
  });
}

/** Reads the states of many resources from one snapshot. */
export async function readStates<A extends AttributeTable>(
  session: Session,
  subjects: readonly Subject<A>[],
  toState: (snapshot: Snapshot, subject: Subject<A>) => State | Unreadable,
): Promise<Map<string, State | Unreadable>> {
  const snapshot = await readSnapshot(session);
  return new Map(
    subjects.map((subject) => [
      subject.title,
      snapshot instanceof Unreadable ? snapshot : toState(snapshot, subject),
    ]),
  );
}

/**
 * Reads the snapshot as `readSnapshot` does.
 * @throws {GlanceApplyError} if it cannot be read.
 */
export async function requireSnapshot(session: Session): Promise<Snapshot> {
  return requireReadable(await readSnapshot(session), 'mysql.unreadable');
}

function toOwner({ user, host }: Row): string {
  return formatAccount({ user: user ?? '', host: (host ?? '').toLowerCase() });
}
