import { nativeType, Reference } from '../../catalog/index.js';
import { provide, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { GroupAccount } from '../../hosts/account-files.js';
import type { Accounts } from '../../hosts/accounts.js';
import { ACCOUNT_FILES, readAccountDatabase } from '../accounts/account-database.js';
import { createMissingError, findMissingUsers } from '../accounts/missing-accounts.js';
import { runTool } from '../tools/run-tool.js';
import { attributes, type WantedGroup } from './attributes.js';
import { buildGroupCommands } from './change.js';

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
    const { accounts } = await readAccountDatabase(session);
    const elsewhere = subjects.filter(({ wanted }) => !wanted.forcelocal);
    await accounts.learn(session.host, { groups: elsewhere.map(({ name }) => name) });
    const states = new Map<string, State | Unreadable>();
    for (const { title, name, wanted } of subjects) {
      const group = accounts.findGroup(name);
      const state = group?.name === name ? toState(group) : { ensure: 'absent' };
      const why = session.planning ? await findMemberProblem(session, accounts, wanted) : undefined;
      states.set(title, why === undefined ? state : Unreadable.unmakeable(why.message, state));
    }
    return states;
  },

  change: (session, { name, wanted }, diff) =>
    session.exclusively(ACCOUNT_FILES, async () => {
      const { accounts } = await readAccountDatabase(session);
      // Before anything is changed: gpasswd would only find out when the group is made.
      const why = diff.has('members') ? await findMemberProblem(session, accounts, wanted) : undefined;
      if (why !== undefined) throw why;
      // Other types may have given the group further members since it was read.
      const is = { ...diff.is, members: accounts.findGroup(name)?.members ?? [] };
      for (const action of buildGroupCommands(wanted, { ...diff, is })) await runTool(session, action);
    }),

  async list(session) {
    const { accounts } = await readAccountDatabase(session);
    return new Map(accounts.groups.map((group) => [group.name, toState(group)]));
  },
});

/** What is wrong with the members that are wanted; undefined where nothing is. */
async function findMemberProblem(
  session: Session,
  accounts: Accounts,
  { ensure, members = [] }: WantedGroup,
): Promise<Error | undefined> {
  if (ensure === 'absent' || members.length === 0) return undefined;
  const unknown = await findMissingUsers(session, accounts, members);
  return unknown.length === 0 ? undefined : createMissingError('member', unknown, 'group');
}

function toState({ gid, members }: GroupAccount): State {
  return { ensure: 'present', gid, members: [...members].sort() };
}
