import type { Diff, Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { Command } from '../../hosts/command.js';
import { ACCOUNT_FILES, readAccountDatabase } from '../accounts/account-database.js';
import { runTool } from '../tools/run-tool.js';
import type { attributes, WantedGroup } from './attributes.js';
import { findMemberProblem } from './members.js';

/** Creates, changes or removes a group. */
export function changeGroup(
  session: Session,
  { name, wanted }: Subject<typeof attributes>,
  diff: Diff,
): Promise<void> {
  return session.exclusively(ACCOUNT_FILES, async () => {
    const { accounts } = await readAccountDatabase(session);
    // Checked before anything is changed: gpasswd would fail only after the group is created.
    const problem = diff.has('members') ? await findMemberProblem(session, accounts, wanted) : undefined;
    if (problem !== undefined) throw problem;
    // Other types may have added members to the group since it was read.
    const is = { ...diff.is, members: accounts.findGroup(name)?.members ?? [] };
    for (const command of buildGroupCommands(wanted, { ...diff, is })) await runTool(session, command);
  });
}

/** Builds the commands that change a group to its desired state. */
function buildGroupCommands(wanted: WantedGroup, diff: Diff): Command[] {
  const { name, members = [] } = wanted;
  if (diff.removes) return [{ argv: ['groupdel', '--', name] }];
  const actions: Command[] = [];
  const id = diff.has('gid') ? ['-g', String(wanted.gid), ...(wanted.allowdupe ? ['-o'] : [])] : [];
  if (diff.creates) actions.push({ argv: ['groupadd', ...id, ...(wanted.system ? ['-r'] : []), '--', name] });
  else if (id.length > 0) actions.push({ argv: ['groupmod', ...id, '--', name] });
  if (diff.has('members') && !(diff.creates && members.length === 0)) {
    const existing =
      !wanted.auth_membership && Array.isArray(diff.is.members) ? diff.is.members.map(String) : [];
    actions.push({ argv: ['gpasswd', '-M', [...new Set([...existing, ...members])].sort().join(','), name] });
  }
  return actions;
}
