import type { Diff, Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { ACCOUNT_FILES, readAccountDatabase } from '../accounts/account-database.js';
import { runTool } from '../tools/run-tool.js';
import type { attributes } from './attributes.js';
import { findGroupProblem } from './groups.js';
import { findShellProblem } from './login-shell.js';
import { removeUndeclaredKeys } from './undeclared-keys.js';
import { buildUserCommands } from './user-commands.js';

/** Creates, changes or removes a user. */
export async function changeUser(
  session: Session,
  { desired }: Subject<typeof attributes>,
  diff: Diff,
): Promise<void> {
  if (diff.has('shell') && !diff.removes) {
    const problem = await findShellProblem(session, desired.shell);
    if (problem !== undefined) raise('user.refused', problem);
  }
  await session.exclusively(ACCOUNT_FILES, async () => {
    const database = await readAccountDatabase(session);
    const problem =
      !diff.removes && (diff.has('gid') || diff.has('groups'))
        ? await findGroupProblem(session, database.accounts, desired)
        : undefined;
    if (problem !== undefined) throw problem;
    const ownGroupExists = database.accounts.findGroup(desired.name)?.name === desired.name;
    // Other types may have added the user to groups since it was read.
    const is = { ...diff.is, groups: database.groupsOf(desired.name) };
    for (const command of buildUserCommands(desired, { ...diff, is }, { ownGroupExists }))
      await runTool(session, command);
  });
  if (!diff.removes && diff.has('purge_ssh_keys')) await removeUndeclaredKeys(session, desired);
}
