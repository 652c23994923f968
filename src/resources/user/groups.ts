import type { Session } from '../../engine/session.js';
import type { Accounts } from '../../hosts/accounts.js';
import { createMissingError, findMissingGroups } from '../accounts/missing-accounts.js';
import type { DesiredUser } from './attributes.js';

/** Finds out if a desired group does not exist; undefined if all exist or will be created. */
export async function findGroupProblem(
  session: Session,
  accounts: Accounts,
  { gid, groups = [] }: DesiredUser,
): Promise<Error | undefined> {
  const names = [...new Set([...(gid === undefined ? [] : [gid]), ...groups])];
  const unknown = names.length === 0 ? [] : await findMissingGroups(session, accounts, names);
  return unknown.length === 0 ? undefined : createMissingError('group', unknown, 'account');
}
