import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { UserAccount } from '../../hosts/account-files.js';
import type { Accounts } from '../../hosts/accounts.js';
import { type AccountDatabase, readAccountDatabase } from '../accounts/account-database.js';
import { listCreated } from '../tools/created-resources.js';
import type { attributes, DesiredUser } from './attributes.js';
import { findGroupProblem } from './groups.js';
import { findShellProblem } from './login-shell.js';
import { findUndeclaredKeys } from './undeclared-keys.js';

/** Reads the state of users. */
export async function readUsers(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const database = await readAccountDatabase(session);
  const fromDirectory = subjects.filter(({ desired }) => !desired.forcelocal);
  await database.accounts.queryServices(session.host, { users: fromDirectory.map(({ name }) => name) });
  const states = new Map<string, State | Unreadable>();
  for (const { title, desired } of subjects) {
    const state = toUserState(database, desired);
    states.set(
      title,
      state instanceof Unreadable ? state : await addFindings(session, database.accounts, desired, state),
    );
  }
  return states;
}

/** Lists all users of the host. */
export async function listUsers(session: Session): Promise<Map<string, State>> {
  const database = await readAccountDatabase(session);
  return new Map(database.accounts.users.map((account) => [account.name, toState(database, account)]));
}

/** Adds what is not in the account files: problems with the shell and the groups, and keys to purge. */
async function addFindings(
  session: Session,
  accounts: Accounts,
  desired: DesiredUser,
  state: State,
): Promise<State | Unreadable> {
  if (desired.ensure === 'absent') return state;
  if (session.planning && desired.shell !== undefined && desired.shell !== state.shell) {
    // A file of the catalog is created before the account.
    const problem = listCreated(session, 'file').has(desired.shell)
      ? undefined
      : await findShellProblem(session, desired.shell);
    if (problem !== undefined) return Unreadable.blocked(problem, state);
  }
  const groupProblem = session.planning ? await findGroupProblem(session, accounts, desired) : undefined;
  if (groupProblem !== undefined) return Unreadable.blocked(groupProblem.message, state);
  if (desired.purge_ssh_keys === undefined || state.ensure === 'absent') return state;
  const undeclaredKeys = await findUndeclaredKeys(session, desired);
  if (undeclaredKeys instanceof Unreadable) return undeclaredKeys;
  return { ...state, purge_ssh_keys: undeclaredKeys.length === 0 ? desired.purge_ssh_keys : undeclaredKeys };
}

/** Attributes that only root may read. */
const GUARDED = ['password', 'password_min_age', 'password_max_age', 'password_warn_days', 'expiry'] as const;

/** The number of days in a manifest for an empty field of `/etc/shadow`. */
const NOT_SET = -1;

function toUserState(database: AccountDatabase, desired: DesiredUser): State | Unreadable {
  const { accounts, shadow, groupsOf } = database;
  const account = accounts.findUser(desired.name);
  // Throws if the groups cannot be read, which are necessary to create the account.
  groupsOf(desired.name);
  if (account?.name !== desired.name) return { ensure: 'absent' };
  if (shadow === undefined && desired.ensure === 'present') {
    const hidden = GUARDED.filter((name) => desired[name] !== undefined);
    if (hidden.length > 0)
      return new Unreadable(`only root may read ${hidden.join(' and ')} in /etc/shadow`, true);
  }
  return {
    ...toState(database, account),
    // In the form of the desired value: by ID, or by name.
    gid:
      desired.gid !== undefined && /^\d+$/.test(desired.gid)
        ? String(account.gid)
        : accounts.group(account.gid),
  };
}

function toState({ accounts, shadow, groupsOf }: AccountDatabase, account: UserAccount): State {
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
