import {
  arrayOf,
  nativeType,
  property,
  Reference,
  string,
  title,
  type WantedOf,
} from '../../../catalog/index.js';
import { provide, type State, type Subject, Unreadable } from '../../../engine/provider.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { accountName, formatAccount, parseAccount } from '../account.js';
import { getServer } from '../connection/server.js';
import { ensure, LOCKS, provider, rootOptionFile, serverClass } from '../shared-attributes.js';
import { readSnapshotOrThrow } from '../snapshot.js';
import { formatTarget, parseTarget } from '../target.js';
import { buildGrantStatements, type DesiredGrant } from './change.js';
import { areSamePrivileges, isPrivilege, normalizePrivileges } from './privileges.js';
import { readGrants, resolveGrant, splitTitle, toGrantState } from './read.js';
import type { Grant } from './show-grants.js';

export const attributes = {
  name: title<`${string}@${string}/${string}`>('Account and table: user@host/database.table.'),
  ensure,
  provider,
  privileges: property(arrayOf(string), 'What it may do: `ALL`, or a list.', {
    insync: (is, should, { table }) => {
      const about = parseTarget(String(table));
      return about !== undefined && Array.isArray(is) && areSamePrivileges(is, should, about);
    },
  }),
  table: property(
    string,
    'With what: `database.table`, either of them `*`. In the name of a database `%` and `_` stand for any letters ' +
      'unless a `\\` is before them. Or `FUNCTION database.name`, `PROCEDURE database.name`; for PROXY, user@host.',
  ),
  user: property(accountName, 'Who: user@host.'),
  options: property(arrayOf(string), 'What comes with it: `GRANT` to hand it on, or `NONE`.'),
};

/** What an account may do with a table, a database or all of them. */
export class MysqlGrant extends nativeType('mysql_grant', attributes, {
  doc: 'Privileges of an account of MySQL or MariaDB. The title is user@host/database.table.',
  normalize,
  *validate({ ensure, name, privileges, table, user, options = [] }) {
    const target = table === undefined ? undefined : parseTarget(table);
    if (table !== undefined && target === undefined) yield `'${table}' is not of the form database.table`;
    for (const one of options)
      if (!OPTIONS.includes(one)) yield `options knows 'GRANT' and 'NONE', not '${one}'`;
    if (ensure === 'absent') {
      if (user === undefined || target === undefined) yield 'its title must be user@host/database.table';
      return;
    }
    if (privileges === undefined) yield 'privileges are needed';
    if (table === undefined) yield 'table is needed';
    if (user === undefined) yield 'user is needed';
    if (user !== undefined && table !== undefined && name !== `${user}/${table}`) {
      yield `its title must be '${user}/${table}': user and table`;
    }
    for (const one of privileges ?? []) if (!isPrivilege(one)) yield `'${one}' is no privilege`;
    if (privileges !== undefined && privileges.length > 1 && privileges.includes('PROXY')) {
      yield 'PROXY stands alone';
    }
    if (privileges?.includes('PROXY') && target !== undefined && target.kind !== 'PROXY') {
      yield 'table is an account, user@host, where the privilege is PROXY';
    }
  },
  autorequire: ({ user }) => [
    rootOptionFile,
    serverClass,
    ...(user === undefined ? [] : [new Reference('mysql_user', user)]),
  ],
}) {}

const OPTIONS = ['GRANT', 'NONE'];

provide(MysqlGrant, {
  locks: () => LOCKS,

  async read(session, subjects) {
    const wanted = subjects.map((subject) => [subject.title, toDesiredGrant(subject)] as const);
    const grants = await readGrants(
      session,
      wanted.map(([, { account }]) => account),
    );
    return new Map(
      wanted.map(([key, one]) => [key, grants instanceof Unreadable ? grants : toGrantState(grants, one)]),
    );
  },

  async change(session, subject, diff) {
    const server = await getServer(session);
    await server.execute(session, buildGrantStatements(toDesiredGrant(subject), diff));
  },

  async list(session) {
    const { users } = await readSnapshotOrThrow(session);
    const grants = await readGrants(session, [...users.keys()].map(parseAccount));
    if (grants instanceof Unreadable) raise('mysql.unreadable', grants.reason);
    return new Map(
      [...grants].flatMap(([user, byTarget]) =>
        [...byTarget.values()].flatMap((grant) => toListEntry(user, grant)),
      ),
    );
  },
});

function toDesiredGrant({ name, wanted }: Subject<typeof attributes>): DesiredGrant {
  return resolveGrant({ ...wanted, name });
}

/** Every account has the right to log in: that is no grant. */
function toListEntry(user: string, { target, privileges, grantable }: Grant): (readonly [string, State])[] {
  if (privileges.join() === 'USAGE' && !grantable) return [];
  const table = formatTarget(target);
  const options = [grantable ? 'GRANT' : 'NONE'];
  return [[`${user}/${table}`, { ensure: 'present', privileges, table, user, options }]];
}

/** One spelling of account, table, privileges and options, and of the title that is made of them. */
function normalize(wanted: WantedOf<typeof attributes>): WantedOf<typeof attributes> {
  const { ensure: goal, name, user, table, privileges, options } = wanted;
  const titled = goal === 'absent' ? splitTitle(name) : undefined;
  const account = user ?? titled?.user;
  const about = table ?? titled?.table;
  const target = about === undefined ? undefined : parseTarget(about);
  const normal = {
    user: account?.includes('@') ? formatAccount(parseAccount(account)) : undefined,
    table: target === undefined ? about : formatTarget(target),
  };
  const composed = `${normal.user}/${normal.table}`;
  return {
    ...wanted,
    ...normal,
    name: stripQuotes(name) === stripQuotes(composed) ? composed : name,
    privileges: privileges && normalizePrivileges(privileges),
    options: options && normalizeOptions(options),
  };
}

/** A title without its quotes, which a manifest may set or leave out. */
function stripQuotes(text: string): string {
  return text.replace(/['"`]/g, '').toLowerCase();
}

function normalizeOptions(options: readonly string[]): string[] {
  const normal = options.map((one) => one.toUpperCase().replace(/^GRANT OPTION$/, 'GRANT'));
  return normal.length === 0 ? ['NONE'] : normal;
}
