import { type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { type Account, accountText, parseAccount } from './account.js';
import type { WantedGrant } from './grant-statements.js';
import { account } from './quote.js';
import { serverOf } from './server.js';
import { type Grant, parseGrants } from './show-grants.js';
import { snapshot } from './snapshot.js';
import { parseTarget, targetText } from './target.js';

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
export function wantedGrant({ name, user, table, privileges = [], options }: GrantAttributes): WantedGrant {
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
export async function grantsOf(session: Session, accounts: readonly Account[]): Promise<Grants | Unreadable> {
  const there = await snapshot(session);
  if (there instanceof Unreadable) return there;
  const named = new Map(accounts.map((one) => [accountText(one), one]));
  const known = [...named].filter(([name]) => there.users.has(name));
  if (known.length === 0) return new Map();
  const server = await serverOf(session);
  const answers = await server.ask(session, () => known.map(([, one]) => `SHOW GRANTS FOR ${account(one)}`));
  if (answers instanceof Unreadable) return answers;
  return new Map(
    known.map(([name, one], at) => {
      const lines = (answers[at] ?? []).map((row) => Object.values(row)[0] ?? '');
      return [name, parseGrants(lines, one)];
    }),
  );
}

/** A grant, where the server has it: one of nothing at all is none, unless it is what was asked for. */
function grantFor(grants: Grants, wanted: WantedGrant): Grant | undefined {
  const grant = grants.get(accountText(wanted.account))?.get(targetText(wanted.target));
  const isNothing = grant?.privileges.join() === 'USAGE' && !grant.grantable;
  return isNothing && wanted.privileges.join() !== 'USAGE' ? undefined : grant;
}

/** The state of a grant. */
export function grantState(grants: Grants, wanted: WantedGrant): State {
  const grant = grantFor(grants, wanted);
  if (grant === undefined) return { ensure: 'absent' };
  return {
    ensure: 'present',
    privileges: grant.privileges,
    table: targetText(wanted.target),
    user: accountText(wanted.account),
    options: [grant.grantable ? 'GRANT' : 'NONE'],
  };
}
