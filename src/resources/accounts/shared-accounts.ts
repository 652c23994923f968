import type { Session } from '../../engine/session.js';
import { type Accounts, readAccounts } from '../../hosts/accounts.js';

/**
 * Reads the users and groups of the host; the result is shared until something changes.
 * @param named Those that are also searched in a directory service.
 */
export async function readSharedAccounts(
  session: Session,
  named?: Parameters<Accounts['queryServices']>[1],
): Promise<Accounts> {
  const accounts = await session.once('accounts', () => readAccounts(session.host));
  if (named !== undefined) await accounts.queryServices(session.host, named);
  return accounts;
}
