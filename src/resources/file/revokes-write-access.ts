import type { Access, FileStatus } from '../../hosts/host-files.js';
import { leavesUser } from '../../hosts/trusted-owner.js';

const GROUP_WRITES = 0o020;
const WRITABLE = 0o022;

/**
 * Returns whether a change of owner and mode takes write access from a user. A process that has the file open can still
 * write to it afterwards; only a new file under the same name prevents that.
 */
export function revokesWriteAccess(
  before: FileStatus,
  { uid = before.uid, gid = before.gid, mode = before.mode }: Access,
): boolean {
  const fewer = (before.mode & ~mode & WRITABLE) !== 0;
  const otherGroup = gid !== before.gid && (before.mode & GROUP_WRITES) !== 0;
  return leavesUser(before.uid, uid) || fewer || otherGroup;
}
