import { posix } from 'node:path';
import { nativeType, Reference } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { ACCOUNT_FILES, accountDatabase } from '../accounts/database.js';
import { packagesOf } from '../known-packages.js';
import { runTool } from '../run-tool.js';
import { userActions } from './actions.js';
import { attributes } from './attributes.js';
import { observed, userState } from './state.js';

/** An account. */
export class User extends nativeType('user', attributes, {
  doc: 'An account of the host.',
  // Where no group is given, useradd makes one of the account's name unless it is there already.
  autorequire: function* ({ ensure, name, gid = name, groups = [], shell }) {
    if (ensure === 'absent') return;
    if (shell !== undefined) yield* packagesOf(posix.basename(shell));
    for (const group of [gid, ...groups]) yield new Reference('group', group);
  },
  paths: function* ({ ensure, home, managehome, shell }) {
    if (ensure === 'absent') return;
    if (shell !== undefined) yield { use: 'needs', path: shell };
    if (home === undefined || !managehome) return;
    yield { use: 'creates', path: home };
    yield { use: 'needs', path: posix.dirname(home) };
  },
  // The group that was the account's own can only go after it.
  autobefore: function* ({ ensure, name, gid = name }) {
    if (ensure === 'absent') yield new Reference('group', gid);
  },
}) {}

provide(User, {
  // userdel takes the account's own group along where the host is set up so.
  disturbs: (_subject, diff) => diff?.removes === true,

  async read(session, subjects) {
    const database = await accountDatabase(session);
    const elsewhere = subjects.filter(({ wanted }) => !wanted.forcelocal);
    await database.accounts.learn(session.host, { users: elsewhere.map(({ name }) => name) });
    return new Map(subjects.map(({ title, wanted }) => [title, userState(database, wanted)]));
  },

  change: (session, { wanted }, diff) =>
    session.exclusively(ACCOUNT_FILES, async () => {
      const database = await accountDatabase(session);
      const ownGroupExists = database.accounts.findGroup(wanted.name)?.name === wanted.name;
      // Other types may have made the user a member of further groups since it was read.
      const is = { ...diff.is, groups: database.groupsOf(wanted.name) };
      for (const action of userActions(wanted, { ...diff, is }, { ownGroupExists }))
        await runTool(session, action);
    }),

  async list(session) {
    const database = await accountDatabase(session);
    return new Map(database.accounts.users.map((account) => [account.name, observed(database, account)]));
  },
});
