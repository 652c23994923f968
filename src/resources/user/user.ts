import { posix } from 'node:path';
import { nativeType, Reference } from '../../catalog/index.js';
import type { CatalogView } from '../../catalog/native-type-definition.js';
import { provide, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Accounts } from '../../hosts/accounts.js';
import { ACCOUNT_FILES, readAccountDatabase } from '../accounts/account-database.js';
import { createMissingError, findMissingGroups } from '../accounts/missing-accounts.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import { runTool } from '../tools/run-tool.js';
import { attributes, type WantedUser } from './attributes.js';
import { findShellProblem } from './login-shell.js';
import { toState, toUserState } from './read.js';
import { findStrayKeys, purgeStrayKeys } from './stray-keys.js';
import { buildUserCommands } from './user-commands.js';

/** An account. */
export class User extends nativeType('user', attributes, {
  doc: 'An account of the host.',
  // Where no group is given, useradd makes one of the account's name unless it is there already.
  autorequire: function* ({ ensure, name, gid = name, groups = [], shell }, catalog) {
    if (ensure === 'absent') return;
    if (shell !== undefined) yield* listPackagesOfTool(posix.basename(shell));
    yield* referToPrimaryGroup(gid, catalog);
    for (const group of groups) yield new Reference('group', group);
  },
  paths: function* ({ ensure, home, managehome, shell }) {
    if (ensure === 'absent') return;
    if (shell !== undefined) yield { use: 'needs', path: shell };
    if (home === undefined || !managehome) return;
    yield { use: 'creates', path: home };
    yield { use: 'needs', path: posix.dirname(home) };
  },
  // The group that was the account's own can only go after it.
  autobefore: function* ({ ensure, name, gid = name }, catalog) {
    if (ensure === 'absent') yield* referToPrimaryGroup(gid, catalog);
  },
  // Where nothing is purged there is nothing to compare.
  normalize: (wanted) =>
    wanted.purge_ssh_keys === false ? { ...wanted, purge_ssh_keys: undefined } : wanted,
  elsewhere: {
    roles: 'Solaris',
    role_membership: 'Solaris',
    auths: 'Solaris',
    auth_membership: 'Solaris',
    profiles: 'Solaris',
    profile_membership: 'Solaris',
    keys: 'Solaris',
    key_membership: 'Solaris',
    project: 'Solaris',
    ia_load_module: 'AIX',
    attributes: 'AIX',
    attribute_membership: 'AIX',
    salt: 'macOS',
    iterations: 'macOS',
    loginclass: 'FreeBSD',
  },
}) {}

/** The group of a name, or that to which the catalog gives a number. */
function* referToPrimaryGroup(gid: string, catalog: CatalogView): Generator<Reference> {
  yield new Reference('group', gid);
  if (!/^\d+$/.test(gid)) return;
  for (const { title, wanted } of catalog.all('group'))
    if (wanted.gid === Number(gid)) yield new Reference('group', title);
}

provide(User, {
  // userdel takes the account's own group along where the host is set up so.
  disturbs: (_subject, diff) => diff?.removes === true,

  async read(session, subjects) {
    const database = await readAccountDatabase(session);
    const elsewhere = subjects.filter(({ wanted }) => !wanted.forcelocal);
    await database.accounts.learn(session.host, { users: elsewhere.map(({ name }) => name) });
    const states = new Map<string, State | Unreadable>();
    for (const { title, wanted } of subjects) {
      const state = toUserState(database, wanted);
      states.set(
        title,
        state instanceof Unreadable ? state : await addFindings(session, database.accounts, wanted, state),
      );
    }
    return states;
  },

  async change(session, { wanted }, diff) {
    if (diff.has('shell') && !diff.removes) {
      const trouble = await findShellProblem(session, wanted.shell);
      if (trouble !== undefined) raise('user.refused', trouble);
    }
    await session.exclusively(ACCOUNT_FILES, async () => {
      const database = await readAccountDatabase(session);
      const why =
        !diff.removes && (diff.has('gid') || diff.has('groups'))
          ? await findGroupProblem(session, database.accounts, wanted)
          : undefined;
      if (why !== undefined) throw why;
      const ownGroupExists = database.accounts.findGroup(wanted.name)?.name === wanted.name;
      // Other types may have made the user a member of further groups since it was read.
      const is = { ...diff.is, groups: database.groupsOf(wanted.name) };
      for (const action of buildUserCommands(wanted, { ...diff, is }, { ownGroupExists }))
        await runTool(session, action);
    });
    if (!diff.removes && diff.has('purge_ssh_keys')) await purgeStrayKeys(session, wanted);
  },

  async list(session) {
    const database = await readAccountDatabase(session);
    return new Map(database.accounts.users.map((account) => [account.name, toState(database, account)]));
  },
});

/** What is to be known beside the account itself: whether its shell is there, and the keys that are to go. */
async function addFindings(
  session: Session,
  accounts: Accounts,
  wanted: WantedUser,
  state: State,
): Promise<State | Unreadable> {
  if (wanted.ensure === 'absent') return state;
  if (session.planning && wanted.shell !== undefined && wanted.shell !== state.shell) {
    // A file of the catalog comes before the account.
    const files = session.managed('file', ({ wanted, noop }) => wanted.ensure !== 'absent' && noop !== true);
    const trouble = files.has(wanted.shell) ? undefined : await findShellProblem(session, wanted.shell);
    if (trouble !== undefined) return Unreadable.unmakeable(trouble, state);
  }
  const why = session.planning ? await findGroupProblem(session, accounts, wanted) : undefined;
  if (why !== undefined) return Unreadable.unmakeable(why.message, state);
  if (wanted.purge_ssh_keys === undefined || state.ensure === 'absent') return state;
  const strays = await findStrayKeys(session, wanted);
  if (strays instanceof Unreadable) return strays;
  return { ...state, purge_ssh_keys: strays.length === 0 ? wanted.purge_ssh_keys : strays };
}

/** What is wrong with the groups that are wanted; undefined where nothing is. */
async function findGroupProblem(
  session: Session,
  accounts: Accounts,
  { gid, groups = [] }: WantedUser,
): Promise<Error | undefined> {
  const names = [...new Set([...(gid === undefined ? [] : [gid]), ...groups])];
  const unknown = names.length === 0 ? [] : await findMissingGroups(session, accounts, names);
  return unknown.length === 0 ? undefined : createMissingError('group', unknown, 'account');
}
