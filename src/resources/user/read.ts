import { type State, Unreadable } from '../../engine/provider.js';
import type { UserAccount } from '../../hosts/account-files.js';
import type { AccountDatabase } from '../accounts/account-database.js';
import type { WantedUser } from './attributes.js';

/** What only root may read. */
const GUARDED = ['password', 'password_min_age', 'password_max_age', 'password_warn_days', 'expiry'] as const;

/** What stands in a manifest for a number of days that `/etc/shadow` leaves empty. */
const NOT_SET = -1;

/** The state of a user that is wanted. */
export function toUserState(database: AccountDatabase, wanted: WantedUser): State | Unreadable {
  const { accounts, shadow, groupsOf } = database;
  const account = accounts.findUser(wanted.name);
  // Whoever is not there yet can only be made where it could be.
  groupsOf(wanted.name);
  if (account?.name !== wanted.name) return { ensure: 'absent' };
  if (shadow === undefined && wanted.ensure === 'present') {
    const hidden = GUARDED.filter((name) => wanted[name] !== undefined);
    if (hidden.length > 0)
      return new Unreadable(`only root may read ${hidden.join(' and ')} in /etc/shadow`, true);
  }
  return {
    ...toState(database, account),
    // In the form in which it is wanted: by number, or by name.
    gid:
      wanted.gid !== undefined && /^\d+$/.test(wanted.gid)
        ? String(account.gid)
        : accounts.group(account.gid),
  };
}

/** All that the host knows of an account. */
export function toState({ accounts, shadow, groupsOf }: AccountDatabase, account: UserAccount): State {
  const entry = shadow?.get(account.name);
  return {
    ensure: 'present',
    uid: account.uid,
    gid: accounts.group(account.gid),
    groups: groupsOf(account.name),
    comment: account.comment,
    home: account.home,
    shell: account.shell,
    ...(entry && {
      password: entry.hash,
      password_min_age: entry.minimumAge ?? NOT_SET,
      password_max_age: entry.maximumAge ?? NOT_SET,
      password_warn_days: entry.warnDays ?? NOT_SET,
      expiry: entry.expiry ?? 'absent',
    }),
  };
}
