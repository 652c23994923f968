import type { AttributeTable } from '../../catalog/index.js';
import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { formatAccount } from './account.js';
import { shouldWait } from './connection/connect.js';
import { getServer } from './connection/server.js';
import type { Row } from './connection/sql-client.js';

/** All that is asked of a server about databases, accounts and plugins: one question, whatever is there. */
export interface Snapshot {
  readonly isMariadb: boolean;
  readonly databases: readonly Row[];
  /** Rows of mysql.user by account; roles are left out. */
  readonly users: ReadonlyMap<string, Row>;
  /** What MariaDB keeps of an account that logs in by several methods, by account: JSON. */
  readonly methods: ReadonlyMap<string, string>;
  readonly plugins: readonly Row[];
  /** Rows of mysql.db: who has rights in which database. */
  readonly rights: readonly Row[];
}

const DATABASES =
  'SELECT SCHEMA_NAME AS name, DEFAULT_CHARACTER_SET_NAME AS charset, DEFAULT_COLLATION_NAME AS collation ' +
  'FROM information_schema.SCHEMATA';
/** Accounts, with all that servers of any age know of them. */
export const USERS = 'SELECT * FROM mysql.user';
const PLUGINS = 'SELECT PLUGIN_NAME AS name, PLUGIN_LIBRARY AS library FROM information_schema.PLUGINS';
const RIGHTS = 'SELECT Host, User, Db FROM mysql.db';

/** MariaDB has this table from 10.4 on; for a server without it, the same columns and no row. */
export const METHODS = 'SELECT Host, User, Priv FROM mysql.global_priv WHERE Priv LIKE \'%"auth_or"%\'';
const NO_METHODS = 'SELECT Host, User, NULL AS Priv FROM mysql.db WHERE FALSE';

/** What the server has now: asked once, until something changes. */
export function readSnapshot(session: Session): Promise<Snapshot | Unreadable> {
  // One that waits for the server is not to share the answer of one that did not.
  return session.once(`mysql snapshot${shouldWait(session) ? ', patiently' : ''}`, async () => {
    const server = await getServer(session);
    const answers = await server.query(session, ({ hasSeveralMethods }) => [
      DATABASES,
      USERS,
      PLUGINS,
      RIGHTS,
      hasSeveralMethods ? METHODS : NO_METHODS,
    ]);
    if (answers instanceof Unreadable) return answers;
    const [databases = [], users = [], plugins = [], rights = [], methods = []] = answers;
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

/** The states of many resources out of one snapshot. */
export async function readStates<A extends AttributeTable>(
  session: Session,
  subjects: readonly Subject<A>[],
  stateOf: (there: Snapshot, subject: Subject<A>) => State | Unreadable,
): Promise<Map<string, State | Unreadable>> {
  const there = await readSnapshot(session);
  return new Map(
    subjects.map((subject) => [subject.title, there instanceof Unreadable ? there : stateOf(there, subject)]),
  );
}

/** The snapshot, where there must be one: for lists of everything. */
export async function readSnapshotOrThrow(session: Session): Promise<Snapshot> {
  const there = await readSnapshot(session);
  if (there instanceof Unreadable) raise('mysql.unreadable', there.reason);
  return there;
}

function toOwner({ user, host }: Row): string {
  return formatAccount({ user: user ?? '', host: (host ?? '').toLowerCase() });
}
