import type { Diff, Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { Command } from '../../hosts/command.js';
import { ACCOUNT_FILES, readAccountDatabase } from '../accounts/account-database.js';
import { runTool } from '../tools/run-tool.js';
import type { attributes, DesiredGroup } from './attributes.js';
import { findMemberProblem } from './members.js';

/** Creates, changes or removes a group. */
export function changeGroup(
  session: Session,
  { name, desired }: Subject<typeof attributes>,
  diff: Diff,
): Promise<void> {
  return session.exclusively(ACCOUNT_FILES, async () => {
    const { accounts } = await readAccountDatabase(session);
    // Checked before anything is changed: gpasswd would fail only after the group is created.
    const problem = diff.has('members') ? await findMemberProblem(session, accounts, desired) : undefined;
    if (problem !== undefined) throw problem;
    // Other types may have added members to the group since it was read.
    const is = { ...diff.is, members: accounts.findGroup(name)?.members ?? [] };
    for (const command of buildGroupCommands(desired, { ...diff, is })) await runTool(session, command);
  });
}

/** Builds the commands that change a group to its desired state. */
function buildGroupCommands(desired: DesiredGroup, diff: Diff): Command[] {
  const { name, members = [] } = desired;
  if (diff.removes) return [{ argv: ['groupdel', '--', name] }];
  const actions: Command[] = [];
  const id = diff.has('gid') ? ['-g', String(desired.gid), ...(desired.allowdupe ? ['-o'] : [])] : [];
  if (diff.creates)
    actions.push({ argv: ['groupadd', ...id, ...(desired.system ? ['-r'] : []), '--', name] });
  else if (id.length > 0) actions.push({ argv: ['groupmod', ...id, '--', name] });
  if (diff.has('members') && !(diff.creates && members.length === 0)) {
    const existing =
      !desired.auth_membership && Array.isArray(diff.is.members) ? diff.is.members.map(String) : [];
    actions.push({ argv: ['gpasswd', '-M', [...new Set([...existing, ...members])].sort().join(','), name] });
  }
  return actions;
}
