import type { Access, FileStatus } from './host-files.js';

const SET_ID = 0o6000;

/**
 * Returns the access of a replacement file: what is not given is inherited from the replaced file. A set-id bit never
 * passes to another owner implicitly.
 */
export function inheritAccess(before: FileStatus | undefined, access: Access): Access {
  if (before?.kind !== 'file') return access;
  const uid = access.uid ?? before.uid;
  const gid = access.gid ?? before.gid;
  const sameOwner = uid === before.uid && gid === before.gid;
  return { uid, gid, mode: access.mode ?? (sameOwner ? before.mode : before.mode & ~SET_ID) };
}
