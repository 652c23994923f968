import type { Access, FileStatus } from '../host-files.js';
import { inheritAccess } from '../inherit-access.js';
import { leavesUser, type Self } from '../trusted-owner.js';
import type { Directory } from './directory.js';
import { defaultGroup, passesAclOn } from './inherited-access.js';

/**
 * Returns the owner, group and mode of a file that is created or replaced. A group that another user determined does
 * not apply to a file that does not belong to that user.
 * @param before The file that is replaced.
 */
export function newFileAccess(
  directory: Directory,
  access: Access,
  before: FileStatus | undefined,
  self: Self,
): Access {
  const kept = inheritAccess(before, access);
  const uid = kept.uid ?? self.uid;
  const isOpen =
    before === undefined
      ? passesAclOn(directory, uid, self)
      : leavesUser(before.uid, uid, self.uid) && !directory.isTrusted;
  return isOpen ? { ...kept, gid: access.gid ?? defaultGroup(directory, uid, self) } : kept;
}
