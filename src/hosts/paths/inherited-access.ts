import { isTrustedUser, type Self } from '../trusted-owner.js';
import type { Directory } from './directory.js';

/**
 * Returns whether the owner of a directory could give others access to a new entry that belongs to another user: the
 * directory passes its default access control list and its group (setgid) on to all new entries.
 * @param uid The owner of the new entry.
 */
export function passesAclOn(directory: Directory, uid: number, self: Self): boolean {
  return !isTrustedUser(directory.uid, self.uid) && directory.uid !== uid;
}

/**
 * Returns the default group of an entry that is created in a directory, or taken over from a user there.
 * @param uid The new owner of the entry.
 */
export function defaultGroup(directory: Directory, uid: number, self: Self): number {
  return passesAclOn(directory, uid, self) ? self.gid : (directory.group ?? self.gid);
}
