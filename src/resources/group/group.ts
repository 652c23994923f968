import { nativeType } from '../../catalog/index.js';
import { provide, type State } from '../../engine/provider.js';
import type { GroupAccount } from '../../hosts/account-files.js';
import { ACCOUNT_LOCKS, accountDatabase } from '../accounts/database.js';
import { runTool } from '../run-tool.js';
import { groupActions } from './actions.js';
import { attributes } from './attributes.js';

/** A group of accounts. */
export class Group extends nativeType('group', attributes, { doc: 'A group of accounts.' }) {}

provide(Group, {
  locks: () => ACCOUNT_LOCKS,

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

  async change(session, { wanted }, diff) {
    for (const action of groupActions(wanted, diff)) await runTool(session, action);
  },

  async list(session) {
    const { accounts } = await accountDatabase(session);
    return new Map(accounts.groups.map((group) => [group.name, observed(group)]));
  },
});

function observed({ gid, members }: GroupAccount): State {
  return { ensure: 'present', gid, members: [...members].sort() };
}
