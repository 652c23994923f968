import { nativeType, Reference } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import type { GroupAccount } from '../../hosts/account-files.js';
import { ACCOUNT_FILES, accountDatabase } from '../accounts/database.js';
import { runTool } from '../run-tool.js';
import { groupActions } from './actions.js';
import { attributes } from './attributes.js';

/** A group of accounts. */
export class Group extends nativeType('group', attributes, {
  doc: 'A group of accounts.',
  // Members have to be there; those that come after the group because it is one of theirs cannot be waited for.
  autorequire: function* ({ ensure, name, gid, members = [] }, catalog) {
    if (ensure === 'absent' || members.length === 0) return;
    const isOwn = ({ wanted }: { readonly wanted: Readonly<Record<string, unknown>> }) => {
      const { gid: primary = wanted.name, groups } = wanted;
      const others = Array.isArray(groups) ? groups : [];
      return [primary, ...others].some((group) => group === name || group === String(gid));
    };
    for (const user of catalog.all('user'))
      if (members.includes(user.name) && !isOwn(user)) yield new Reference('user', user.title);
  },
  elsewhere: { ia_load_module: 'AIX', attributes: 'AIX', attribute_membership: 'AIX' },
}) {}

provide(Group, {
  async read(session, subjects) {
    const { accounts } = await accountDatabase(session);
    const elsewhere = subjects.filter(({ wanted }) => !wanted.forcelocal);
    await accounts.learn(session.host, { groups: elsewhere.map(({ name }) => name) });
    return new Map(
      subjects.map(({ title, name }) => {
        const group = accounts.findGroup(name);
        return [title, group?.name === name ? observed(group) : { ensure: 'absent' }];
      }),
    );
  },

  change: (session, { name, wanted }, diff) =>
    session.exclusively(ACCOUNT_FILES, async () => {
      const { accounts } = await accountDatabase(session);
      // Other types may have given the group further members since it was read.
      const is = { ...diff.is, members: accounts.findGroup(name)?.members ?? [] };
      for (const action of groupActions(wanted, { ...diff, is })) await runTool(session, action);
    }),

  async list(session) {
    const { accounts } = await accountDatabase(session);
    return new Map(accounts.groups.map((group) => [group.name, observed(group)]));
  },
});

function observed({ gid, members }: GroupAccount): State {
  return { ensure: 'present', gid, members: [...members].sort() };
}
