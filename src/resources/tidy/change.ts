import type { Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { RESOLVED_PATH } from '../../hosts/resolved-path.js';
import { attemptEach, throwFailures } from '../file/attempt-each.js';
import { backUp } from '../file/back-up.js';
import type { attributes } from './attributes.js';
import { findRemovable } from './find-removable.js';

/** Removes what a resource finds. */
export async function removeFiles(
  session: Session,
  { desired, reference }: Subject<typeof attributes>,
): Promise<void> {
  const { files } = session.host;
  const backup = {
    reference,
    ...RESOLVED_PATH,
    desired: { backup: desired.backup, content: undefined, show_diff: true },
  } as const;
  const { removable, errors } = await findRemovable(session, desired);
  const failures = await attemptEach(removable, ({ path, real, status }) =>
    session.exclusively([path], async () => {
      const [now] = await files.status([real], RESOLVED_PATH);
      if (now instanceof Error) throw now;
      // Another process has removed or replaced it, and the conditions were not checked for the new one.
      if (now === undefined || !isSame(now, status)) return;
      if (status.kind === 'directory') return files.remove(real, { empty: true, ...RESOLVED_PATH });
      await backUp(session, backup, real, status);
      await files.remove(real, RESOLVED_PATH);
    }),
  );
  throwFailures([...errors, ...failures]);
}

/**
 * Whether a path still has the file that was found. A directory changes with what is removed from it, and `changed` with
 * each of several names (hard links) that is removed.
 */
function isSame(now: FileStatus, then: FileStatus): boolean {
  const sameAccess =
    now.kind === then.kind && now.uid === then.uid && now.gid === then.gid && now.mode === then.mode;
  return (
    sameAccess && (now.kind === 'directory' || (now.size === then.size && now.modified === then.modified))
  );
}
