import type { FileStatus } from './host-files.js';

/** The owner and permissions of an entry. */
type Owned = Pick<FileStatus, 'uid' | 'mode'>;

/** Write permission for group and others. */
const WRITABLE = 0o022;

/** Returns whether a run trusts the files and links of a user: those of root, and of the user who runs it. */
export function isTrustedUser(uid: number, self = currentUid()): boolean {
  return uid === 0 || uid === self;
}

/**
 * Returns whether only root and the user of the run can change the entries of a directory, or the content of a file.
 * The group bits are the upper limit of what an access control list can grant.
 */
export function isWritableByTrustedOnly({ uid, mode }: Owned, self = currentUid()): boolean {
  return isTrustedUser(uid, self) && (mode & WRITABLE) === 0;
}

/** Returns whether the ownership of an entry passes from a user whom a run does not trust to another user. */
export function leavesUser(from: number, to: number, self = currentUid()): boolean {
  return !isTrustedUser(from, self) && to !== from;
}

/** A user with the primary group: whom new files belong to. */
export interface Self {
  readonly uid: number;
  readonly gid: number;
}

/** Returns the user and group whose rights this process has. */
export function currentSelf(): Self {
  return { uid: currentUid(), gid: process.getegid?.() ?? 0 };
}

/** Returns the user whose rights this process has. */
export function currentUid(): number {
  return process.geteuid?.() ?? 0;
}
