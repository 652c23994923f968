import type { Change } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { attributes, DesiredKey } from './attributes.js';
import { editKeyFile, findDefaultPath, type UserKeyFile } from './edit-key-file.js';
import type { KeyFile } from './key-file.js';
import { findPath } from './key-file-path.js';

/** Changes keys. Each file is written once. */
export async function changeKeys(
  session: Session,
  changes: readonly Change<typeof attributes>[],
): Promise<void> {
  const files = new Map<string, { file: UserKeyFile; changes: Change<typeof attributes>[] }>();
  for (const change of changes) {
    const file = await findFile(session, change.subject.desired);
    const id = JSON.stringify(file);
    const known = files.get(id);
    if (known === undefined) files.set(id, { file, changes: [change] });
    else known.changes.push(change);
  }
  for (const { file, changes: group } of files.values()) {
    await editKeyFile(session, file, (keys) => {
      for (const change of group) applyChange(keys, change);
    });
  }
}

function applyChange(keys: KeyFile, { subject, diff }: Change<typeof attributes>): void {
  const { name, type = '', key = '', options } = subject.desired;
  if (diff.removes) keys.remove((one) => one.name === name);
  else keys.put({ name, type, key, options });
}

async function findFile(session: Session, desired: DesiredKey): Promise<UserKeyFile> {
  const { user = '', drop_privileges: asUser } = desired;
  const path = await findPath(session, desired);
  if (path === undefined || (await findDefaultPath(session, user)) === undefined)
    raise('ssh_authorized_key.file', `the user ${user} does not exist`);
  return { user, path, asUser };
}
