import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { requireReadable } from '../../tools/require-readable.js';
import { type Account, formatAccount, parseAccount } from '../account.js';
import { getServer } from '../connection/server.js';
import { quoteAccount } from '../quote.js';
import { readSnapshot } from '../snapshot.js';
import { formatTarget, parseTarget } from '../target.js';
import type { DesiredGrant } from './change.js';
import { type Grant, parseGrants } from './parse-show-grants.js';

/** The attributes of a grant, as far as they are declared. */
export interface GrantAttributes {
  readonly name: string;
  readonly user?: string | undefined;
  readonly table?: string | undefined;
  readonly privileges?: readonly string[] | undefined;
  readonly options?: readonly string[] | undefined;
}

/** Grants by account and by target. */
export type Grants = ReadonlyMap<string, ReadonlyMap<string, Grant>>;

/** Splits the title of a grant; the host of the account may contain a `/`. */
export function splitTitle(title: string): { user: string; table: string } {
  const slash = title.lastIndexOf('/');
  return { user: title.slice(0, slash), table: title.slice(slash + 1) };
}

/** Returns a grant by its attributes, or by its title if they are not declared. */
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
 * Reads the grants of accounts, with one query for all of them. An account that does not exist has no grants.
 */
export async function readGrants(
  session: Session,
  accounts: readonly Account[],
): Promise<Grants | Unreadable> {
  const snapshot = await readSnapshot(session);
  if (snapshot instanceof Unreadable) return snapshot;
  const accountsByName = new Map(accounts.map((one) => [formatAccount(one), one]));
  const known = [...accountsByName].filter(([name]) => snapshot.users.has(name));
  if (known.length === 0) return new Map();
  const server = await getServer(session);
  const results = await server.query(session, () =>
    known.map(([, one]) => `SHOW GRANTS FOR ${quoteAccount(one)}`),
  );
  if (results instanceof Unreadable) return results;
  return new Map(
    known.map(([name, one], at) => {
      const lines = (results[at] ?? []).map((row) => Object.values(row)[0] ?? '');
      return [name, parseGrants(lines, one)];
    }),
  );
}

/**
 * Reads the grants of accounts as `readGrants` does.
 * @throws {GlanceApplyError} if they cannot be read.
 */
export async function requireGrants(session: Session, accounts: readonly Account[]): Promise<Grants> {
  return requireReadable(await readGrants(session, accounts), 'mysql.unreadable');
}

/** Finds a grant. A grant without any privilege counts only if exactly that is desired. */
function findGrant(grants: Grants, desired: DesiredGrant): Grant | undefined {
  const grant = grants.get(formatAccount(desired.account))?.get(formatTarget(desired.target));
  const isNothing = grant?.privileges.join() === 'USAGE' && !grant.grantable;
  return isNothing && desired.privileges.join() !== 'USAGE' ? undefined : grant;
}

/** Returns the observed state of a grant. */
export function toGrantState(grants: Grants, desired: DesiredGrant): State {
  const grant = findGrant(grants, desired);
  if (grant === undefined) return { ensure: 'absent' };
  return {
    ensure: 'present',
    privileges: grant.privileges,
    table: formatTarget(desired.target),
    user: formatAccount(desired.account),
    options: [grant.grantable ? 'GRANT' : 'NONE'],
  };
}
