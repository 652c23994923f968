import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { GroupAccount } from '../../hosts/account-files.js';
import { readAccountDatabase } from '../accounts/account-database.js';
import type { attributes } from './attributes.js';
import { findMemberProblem } from './members.js';

/** Reads the state of groups. */
export async function readGroups(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const { accounts } = await readAccountDatabase(session);
  const fromDirectory = subjects.filter(({ desired }) => !desired.forcelocal);
  await accounts.queryServices(session.host, { groups: fromDirectory.map(({ name }) => name) });
  const states = new Map<string, State | Unreadable>();
  for (const { title, name, desired } of subjects) {
    const group = accounts.findGroup(name);
    const state = group?.name === name ? toState(group) : { ensure: 'absent' };
    const problem = session.planning ? await findMemberProblem(session, accounts, desired) : undefined;
    states.set(title, problem === undefined ? state : Unreadable.blocked(problem.message, state));
  }
  return states;
}

/** Lists all groups of the host. */
export async function listGroups(session: Session): Promise<Map<string, State>> {
  const { accounts } = await readAccountDatabase(session);
  return new Map(accounts.groups.map((group) => [group.name, toState(group)]));
}

function toState({ gid, members }: GroupAccount): State {
  return { ensure: 'present', gid, members: [...members].sort() };
}
