import type { Session } from '../../engine/session.js';
import { type Accounts, decodeAccountFile, readAccounts } from '../../hosts/accounts.js';
import { isPermissionDenied } from '../../hosts/system-error.js';
import { parseShadow, type ShadowEntry } from './shadow.js';

/** The accounts of a host. If a part cannot be read, only access to that part throws. */
export interface AccountDatabase {
  readonly accounts: Accounts;
  /** Passwords and ages by user; undefined if the current user is not allowed to read them. */
  readonly shadow: ReadonlyMap<string, ShadowEntry> | undefined;
  /** The names of a user's groups, sorted; the primary group only if the user is listed as a member. */
  groupsOf(user: string): readonly string[];
}

/** Reads all users, groups and passwords; the result is shared until something changes. */
export function readAccountDatabase(session: Session): Promise<AccountDatabase> {
  return session.once('account-database', async () => {
    const [accounts, [shadow]] = await Promise.all([
      readAccounts(session.host),
      session.host.files.read(['/etc/shadow']),
    ]);
    const text = decodeAccountFile('/etc/shadow', shadow);
    const entries = text instanceof Error ? undefined : parseShadow(text);
    let memberships: ReadonlyMap<string, readonly string[]> | undefined;
    return {
      accounts,
      get shadow() {
        if (text instanceof Error && !isPermissionDenied(text)) throw text;
        return entries;
      },
      groupsOf: (user) => {
        memberships ??= buildMemberships(accounts);
        return memberships.get(user) ?? [];
      },
    };
  });
}

function buildMemberships({ groups }: Accounts): Map<string, string[]> {
  const memberships = new Map<string, string[]>();
  for (const { name, members } of groups) {
    for (const member of new Set(members)) {
      const known = memberships.get(member);
      if (known === undefined) memberships.set(member, [name]);
      else known.push(name);
    }
  }
  for (const names of memberships.values()) names.sort();
  return memberships;
}

/**
 * The files that useradd and similar tools rewrite. The tools lock all of them, and fail if one is locked, so that they
 * must run one after the other.
 */
export const ACCOUNT_FILES: readonly string[] = [
  '/etc/passwd',
  '/etc/shadow',
  '/etc/group',
  '/etc/gshadow',
  '/etc/subuid',
  '/etc/subgid',
];
