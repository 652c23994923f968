import { isTrustedUser } from '../trusted-owner.js';
import type { OpenDirectory } from './paths/open-directory.js';

/**
 * Returns whether the owner of a directory could give others access to a new entry that belongs to another user: the
 * directory passes its default access control list and its group (setgid) on to all new entries.
 * @param uid The owner of the new entry.
 */
export function passesAclOn(directory: OpenDirectory, uid: number): boolean {
  return !isTrustedUser(directory.uid) && directory.uid !== uid;
}

/**
 * Returns the default group of an entry that is created in a directory, or taken over from a user there.
 * @param uid The new owner of the entry.
 */
export function defaultGroup(directory: OpenDirectory, uid: number): number {
  const own = process.getegid?.() ?? 0;
  return passesAclOn(directory, uid) ? own : (directory.group ?? own);
}
