import type { FileStatus } from './host-files.js';

/** What has an owner and permissions. */
type Owned = Pick<FileStatus, 'uid' | 'mode'>;

/** Group and others may write. */
const WRITABLE = 0o022;

/** Whether a run trusts the files and links of a user: those of root, and of the user who runs it. */
export function isTrustedUser(uid: number, self = currentUid()): boolean {
  return uid === 0 || uid === self;
}

/**
 * Whether only root and the user of the run can change the entries of a directory, or the content of a file. Of an
 * access control list, the group's bits are the most that it gives to anybody.
 */
export function isWritableByTrustedOnly({ uid, mode }: Owned, self = currentUid()): boolean {
  return isTrustedUser(uid, self) && (mode & WRITABLE) === 0;
}

/** Whether something goes from a user whom a run does not trust to somebody else. */
export function leavesUser(from: number, to: number, self = currentUid()): boolean {
  return !isTrustedUser(from, self) && to !== from;
}

/** Returns the user whose rights this process has. */
export function currentUid(): number {
  return process.geteuid?.() ?? 0;
}
