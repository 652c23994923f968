import type { Session } from '../../engine/session.js';
import type { Accounts } from '../../hosts/accounts.js';
import { createMissingError, findMissingUsers } from '../accounts/missing-accounts.js';
import type { DesiredGroup } from './attributes.js';

/** Finds out if a desired member does not exist; undefined if all exist or will be created. */
export async function findMemberProblem(
  session: Session,
  accounts: Accounts,
  { ensure, members = [] }: DesiredGroup,
): Promise<Error | undefined> {
  if (ensure === 'absent' || members.length === 0) return undefined;
  const unknown = await findMissingUsers(session, accounts, members);
  return unknown.length === 0 ? undefined : createMissingError('member', unknown, 'group');
}
