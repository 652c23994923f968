import type { Session } from '../../engine/session.js';
import { type Accounts, readAccounts } from '../../hosts/accounts.js';
import { HostError } from '../../hosts/host-error.js';
import { parseShadow, type ShadowEntry } from './shadow.js';

/** The accounts of a host as they are now. */
export interface AccountDatabase {
  readonly accounts: Accounts;
  /** Passwords and ages by user; undefined where this user may not look at them. */
  readonly shadow: ReadonlyMap<string, ShadowEntry> | undefined;
}

/** Reads all users, groups and passwords, once until something changes. */
export function accountDatabase(session: Session): Promise<AccountDatabase> {
  return session.once('account-database', async () => {
    const [accounts, [shadow]] = await Promise.all([
      readAccounts(session.host),
      session.host.files.read(['/etc/shadow']),
    ]);
    if (shadow instanceof Error && !(shadow instanceof HostError && shadow.code === 'EACCES')) throw shadow;
    return {
      accounts,
      shadow: shadow instanceof Error ? undefined : parseShadow(shadow?.toString('utf8') ?? ''),
    };
  });
}

/** The tools lock the account files; one after the other is all that they allow. */
export const ACCOUNT_LOCKS: readonly string[] = ['accounts'];
