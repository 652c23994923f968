import { posix } from 'node:path';
import { nativeType, Reference } from '../../catalog/index.js';
import type { CatalogView } from '../../catalog/native-type-definition.js';
import { provide, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Accounts } from '../../hosts/accounts.js';
import { ACCOUNT_FILES, accountDatabase } from '../accounts/database.js';
import { missing, missingGroups } from '../accounts/missing-accounts.js';
import { packagesOf } from '../known-packages.js';
import { runTool } from '../run-tool.js';
import { userActions } from './actions.js';
import { attributes, type UserWanted } from './attributes.js';
import { shellTrouble } from './login-shell.js';
import { observed, userState } from './state.js';
import { purgeKeys, strayKeys } from './stray-keys.js';

/** An account. */
export class User extends nativeType('user', attributes, {
  doc: 'An account of the host.',
  // Where no group is given, useradd makes one of the account's name unless it is there already.
  autorequire: function* ({ ensure, name, gid = name, groups = [], shell }, catalog) {
    if (ensure === 'absent') return;
    if (shell !== undefined) yield* packagesOf(posix.basename(shell));
    yield* primaryGroup(gid, catalog);
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
    if (ensure === 'absent') yield* primaryGroup(gid, catalog);
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
function* primaryGroup(gid: string, catalog: CatalogView): Generator<Reference> {
  yield new Reference('group', gid);
  if (!/^\d+$/.test(gid)) return;
  for (const { title, wanted } of catalog.all('group'))
    if (wanted.gid === Number(gid)) yield new Reference('group', title);
}

provide(User, {
  // userdel takes the account's own group along where the host is set up so.
  disturbs: (_subject, diff) => diff?.removes === true,

  async read(session, subjects) {
    const database = await accountDatabase(session);
    const elsewhere = subjects.filter(({ wanted }) => !wanted.forcelocal);
    await database.accounts.learn(session.host, { users: elsewhere.map(({ name }) => name) });
    const states = new Map<string, State | Unreadable>();
    for (const { title, wanted } of subjects) {
      const state = userState(database, wanted);
      states.set(
        title,
        state instanceof Unreadable ? state : await withMore(session, database.accounts, wanted, state),
      );
    }
    return states;
  },

  async change(session, { wanted }, diff) {
    if (diff.has('shell') && !diff.removes) {
      const trouble = await shellTrouble(session, wanted.shell);
      if (trouble !== undefined) raise('user.refused', trouble);
    }
    await session.exclusively(ACCOUNT_FILES, async () => {
      const database = await accountDatabase(session);
      const why =
        !diff.removes && (diff.has('gid') || diff.has('groups'))
          ? await groupTrouble(session, database.accounts, wanted)
          : undefined;
      if (why !== undefined) throw why;
      const ownGroupExists = database.accounts.findGroup(wanted.name)?.name === wanted.name;
      // Other types may have made the user a member of further groups since it was read.
      const is = { ...diff.is, groups: database.groupsOf(wanted.name) };
      for (const action of userActions(wanted, { ...diff, is }, { ownGroupExists }))
        await runTool(session, action);
    });
    if (!diff.removes && diff.has('purge_ssh_keys')) await purgeKeys(session, wanted);
  },

  async list(session) {
    const database = await accountDatabase(session);
    return new Map(database.accounts.users.map((account) => [account.name, observed(database, account)]));
  },
});

/** What is to be known beside the account itself: whether its shell is there, and the keys that are to go. */
async function withMore(
  session: Session,
  accounts: Accounts,
  wanted: UserWanted,
  state: State,
): Promise<State | Unreadable> {
  if (wanted.ensure === 'absent') return state;
  if (session.planning && wanted.shell !== undefined && wanted.shell !== state.shell) {
    // A file of the catalog comes before the account.
    const files = session.managed('file', ({ wanted, noop }) => wanted.ensure !== 'absent' && noop !== true);
    const trouble = files.has(wanted.shell) ? undefined : await shellTrouble(session, wanted.shell);
    if (trouble !== undefined) return Unreadable.unmakeable(trouble, state);
  }
  const why = session.planning ? await groupTrouble(session, accounts, wanted) : undefined;
  if (why !== undefined) return Unreadable.unmakeable(why.message, state);
  if (wanted.purge_ssh_keys === undefined || state.ensure === 'absent') return state;
  const strays = await strayKeys(session, wanted);
  if (strays instanceof Unreadable) return strays;
  return { ...state, purge_ssh_keys: strays.length === 0 ? wanted.purge_ssh_keys : strays };
}

/** What is wrong with the groups that are wanted; undefined where nothing is. */
async function groupTrouble(
  session: Session,
  accounts: Accounts,
  { gid, groups = [] }: UserWanted,
): Promise<Error | undefined> {
  const names = [...new Set([...(gid === undefined ? [] : [gid]), ...groups])];
  const unknown = names.length === 0 ? [] : await missingGroups(session, accounts, names);
  return unknown.length === 0 ? undefined : missing('group', unknown, 'account');
}
