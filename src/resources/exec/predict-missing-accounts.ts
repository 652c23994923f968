import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { findDeclaredAccounts } from '../accounts/missing-accounts.js';
import { readSharedAccounts } from '../accounts/shared-accounts.js';
import type { attributes } from './attributes.js';

/** Marks the execs whose user or group does not exist, and is not declared by the catalog. */
export async function predictMissingAccounts(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
  states: Map<string, State | Unreadable>,
): Promise<void> {
  const named = subjects.filter(({ desired: { user, group } }) => user !== undefined || group !== undefined);
  if (named.length === 0) return;
  const accounts = await readSharedAccounts(session, {
    users: named.flatMap(({ desired: { user } }) => user ?? []),
    groups: named.flatMap(({ desired: { group } }) => group ?? []),
  });
  const declared = findDeclaredAccounts(session);
  for (const { title, desired } of named) {
    const { user, group } = desired;
    const state = states.get(title);
    if (state === undefined || state instanceof Unreadable) continue;
    if (user !== undefined && accounts.findUser(user) === undefined && !declared.users.has(user))
      states.set(title, Unreadable.blocked(`the user '${user}' does not exist`, state));
    else if (group !== undefined && accounts.gid(group) === undefined && !declared.groups.has(group))
      states.set(title, Unreadable.blocked(`the group '${group}' does not exist`, state));
  }
}
