import { isTrustedUser } from '../trusted-owner.js';
import type { OpenDirectory } from './paths/open-directory.js';

/**
 * Whether what is made in a directory would be open to whom its owner wants: a default access control list of the
 * directory and its group (setgid) are passed on to all that is new in it, and what belongs to another than that owner
 * is not theirs to show.
 * @param uid whose the new thing is
 */
export function passesAclOn(directory: OpenDirectory, uid: number): boolean {
  return !isTrustedUser(directory.uid) && directory.uid !== uid;
}

/**
 * The group that something gets which is made in a directory, or taken from a user there, where nobody says which.
 * @param uid whose it is from now on
 */
export function defaultGroup(directory: OpenDirectory, uid: number): number {
  const own = process.getegid?.() ?? 0;
  return passesAclOn(directory, uid) ? own : (directory.group ?? own);
}
