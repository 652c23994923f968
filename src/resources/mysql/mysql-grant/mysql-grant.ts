import { nativeType, Reference } from '../../../catalog/index.js';
import { provide, type State, type Subject, Unreadable } from '../../../engine/provider.js';
import { parseAccount } from '../account.js';
import { getServer } from '../connection/server.js';
import { LOCKS, rootOptionFile, serverClass } from '../shared-attributes.js';
import { requireSnapshot } from '../snapshot.js';
import { formatTarget } from '../target.js';
import { attributes } from './attributes.js';
import { buildGrantStatements, type DesiredGrant } from './change.js';
import { checkGrant, normalizeGrant } from './checks.js';
import type { Grant } from './parse-show-grants.js';
import { readGrants, requireGrants, resolveGrant, toGrantState } from './read.js';

/**
 * The privileges of an account on a table, a database or all databases.
 * @example
 * new MysqlGrant(site, 'glance@localhost/glance.*', {
 *   user: 'glance@localhost',
 *   table: 'glance.*',
 *   privileges: ['ALL'],
 * });
 */
export class MysqlGrant extends nativeType('mysql_grant', attributes, {
  doc: 'Privileges of an account of MySQL or MariaDB. The title is user@host/database.table.',
  normalize: normalizeGrant,
  validate: checkGrant,
  autorequire: ({ user }) => [
    rootOptionFile,
    serverClass,
    ...(user === undefined ? [] : [new Reference('mysql_user', user)]),
  ],
}) {}

provide(MysqlGrant, {
  async read(session, subjects) {
    const grantsByTitle = subjects.map((subject) => [subject.title, toDesiredGrant(subject)] as const);
    const grants = await readGrants(
      session,
      grantsByTitle.map(([, { account }]) => account),
    );
    return new Map(
      grantsByTitle.map(([title, grant]) => [
        title,
        grants instanceof Unreadable ? grants : toGrantState(grants, grant),
      ]),
    );
  },

  async change(session, subject, diff) {
    const server = await getServer(session);
    await server.execute(session, buildGrantStatements(toDesiredGrant(subject), diff));
  },

  async list(session) {
    const { users } = await requireSnapshot(session);
    const grants = await requireGrants(session, [...users.keys()].map(parseAccount));
    return new Map(
      [...grants].flatMap(([user, byTarget]) =>
        [...byTarget.values()].flatMap((grant) => toListEntry(user, grant)),
      ),
    );
  },

  locks: () => LOCKS,
});

function toDesiredGrant({ name, desired }: Subject<typeof attributes>): DesiredGrant {
  return resolveGrant({ ...desired, name });
}

/** The right to log in, which every account has, is not a grant. */
function toListEntry(user: string, { target, privileges, grantable }: Grant): (readonly [string, State])[] {
  if (privileges.join() === 'USAGE' && !grantable) return [];
  const table = formatTarget(target);
  const options = [grantable ? 'GRANT' : 'NONE'];
  return [[`${user}/${table}`, { ensure: 'present', privileges, table, user, options }]];
}
