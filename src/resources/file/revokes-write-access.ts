import type { Access, FileStatus } from '../../hosts/host-files.js';
import { leavesUser } from '../../hosts/trusted-owner.js';

const GROUP_WRITES = 0o020;
const WRITABLE = 0o022;

/**
 * Whether somebody could write a file until now who is not to write it any more. Whoever has it open goes on to write
 * it all the same, whatever its owner and mode are by then: only another file in its place is safe from that.
 */
export function revokesWriteAccess(
  before: FileStatus,
  { uid = before.uid, gid = before.gid, mode = before.mode }: Access,
): boolean {
  const fewer = (before.mode & ~mode & WRITABLE) !== 0;
  const otherGroup = gid !== before.gid && (before.mode & GROUP_WRITES) !== 0;
  return leavesUser(before.uid, uid) || fewer || otherGroup;
}
