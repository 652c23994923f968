import type { Session } from '../../engine/session.js';
import { problem } from '../../errors/diagnostic.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { Accounts } from '../../hosts/accounts.js';
import { isCreated, listCreated } from '../tools/created-resources.js';

/** Finds the users that neither exist on the host nor are created by the catalog. Numeric IDs do not count. */
export async function findMissingUsers(
  session: Session,
  accounts: Accounts,
  names: readonly string[],
): Promise<string[]> {
  await accounts.queryServices(session.host, { users: names });
  const unknown = names.filter((name) => accounts.findUser(name)?.name !== name);
  if (unknown.length === 0) return [];
  const { users } = findDeclaredAccounts(session);
  return unknown.filter((name) => !users.has(name));
}

/** Finds the groups, by name or ID, that neither exist on the host nor are created by the catalog. */
export async function findMissingGroups(
  session: Session,
  accounts: Accounts,
  names: readonly string[],
): Promise<string[]> {
  await accounts.queryServices(session.host, { groups: names });
  const unknown = names.filter((name) => accounts.findGroup(name) === undefined);
  if (unknown.length === 0) return [];
  const { groups } = findDeclaredAccounts(session);
  return unknown.filter((name) => !groups.has(name));
}

/** Finds the accounts that the catalog creates: groups by name and ID, including groups that are created with a user. */
export function findDeclaredAccounts(session: Session): {
  readonly users: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
} {
  const numbers = new Set<string>();
  const users = listCreated(session, 'user');
  const groups = session.managed('group', (group) => {
    if (!isCreated(group)) return false;
    if (group.desired.gid !== undefined) numbers.add(String(group.desired.gid));
    return true;
  });
  return { users, groups: new Set([...groups, ...numbers, ...users]) };
}

/** Creates the error about accounts that do not exist. */
export function createMissingError(
  what: 'member' | 'group',
  names: readonly string[],
  dependent: string,
): GlanceApplyError {
  const type = what === 'member' ? 'User' : 'Group';
  const list = names.map((name) => `'${name}'`).join(', ');
  const message =
    names.length === 1 ? `the ${what} ${list} does not exist` : `the ${what}s ${list} do not exist`;
  const references = names.map((name) => `${type}[${name}]`).join(', ');
  return new GlanceApplyError(
    problem(what === 'member' ? 'account.member' : 'account.group', message, {
      hint: `declare ${references}, or the package that creates ${names.length === 1 ? 'it' : 'them'}, before this ${dependent}`,
    }),
  );
}
