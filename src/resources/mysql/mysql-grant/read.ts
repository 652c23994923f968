import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { type Account, formatAccount, parseAccount } from '../account.js';
import { getServer } from '../connection/server.js';
import { quoteAccount } from '../quote.js';
import { readSnapshot } from '../snapshot.js';
import { formatTarget, parseTarget } from '../target.js';
import type { DesiredGrant } from './change.js';
import { type Grant, parseGrants } from './show-grants.js';

/** What the attributes of a grant say, as far as they are given. */
export interface GrantAttributes {
  readonly name: string;
  readonly user?: string | undefined;
  readonly table?: string | undefined;
  readonly privileges?: readonly string[] | undefined;
  readonly options?: readonly string[] | undefined;
}

/** Grants by account and, of each, by target. */
export type Grants = ReadonlyMap<string, ReadonlyMap<string, Grant>>;

/** The two parts of a grant's title; the account's host may have a `/` in it, too. */
export function splitTitle(title: string): { user: string; table: string } {
  const slash = title.lastIndexOf('/');
  return { user: title.slice(0, slash), table: title.slice(slash + 1) };
}

/** What a grant is to be, by its attributes, or by its title where they say nothing. */
export function resolveGrant({ name, user, table, privileges = [], options }: GrantAttributes): DesiredGrant {
  const titled = splitTitle(name);
  const target = parseTarget(table ?? titled.table);
  if (target === undefined) raise('mysql.value', `'${name}' is not of the form user@host/database.table`);
  return {
    account: parseAccount(user ?? titled.user),
    target,
    privileges,
    grantable: options?.includes('GRANT'),
  };
}

/**
 * What accounts may do: one question for all of them, and none for accounts that nobody named. An account that is not
 * there may do nothing.
 */
export async function readGrants(
  session: Session,
  accounts: readonly Account[],
): Promise<Grants | Unreadable> {
  const there = await readSnapshot(session);
  if (there instanceof Unreadable) return there;
  const named = new Map(accounts.map((one) => [formatAccount(one), one]));
  const known = [...named].filter(([name]) => there.users.has(name));
  if (known.length === 0) return new Map();
  const server = await getServer(session);
  const answers = await server.query(session, () =>
    known.map(([, one]) => `SHOW GRANTS FOR ${quoteAccount(one)}`),
  );
  if (answers instanceof Unreadable) return answers;
  return new Map(
    known.map(([name, one], at) => {
      const lines = (answers[at] ?? []).map((row) => Object.values(row)[0] ?? '');
      return [name, parseGrants(lines, one)];
    }),
  );
}

/** A grant, where the server has it: one of nothing at all is none, unless it is what was asked for. */
function findGrant(grants: Grants, wanted: DesiredGrant): Grant | undefined {
  const grant = grants.get(formatAccount(wanted.account))?.get(formatTarget(wanted.target));
  const isNothing = grant?.privileges.join() === 'USAGE' && !grant.grantable;
  return isNothing && wanted.privileges.join() !== 'USAGE' ? undefined : grant;
}

/** The state of a grant. */
export function toGrantState(grants: Grants, wanted: DesiredGrant): State {
  const grant = findGrant(grants, wanted);
  if (grant === undefined) return { ensure: 'absent' };
  return {
    ensure: 'present',
    privileges: grant.privileges,
    table: formatTarget(wanted.target),
    user: formatAccount(wanted.account),
    options: [grant.grantable ? 'GRANT' : 'NONE'],
  };
}
