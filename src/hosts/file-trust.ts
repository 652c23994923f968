import type { FileStatus } from './host-files.js';

/** What has an owner and permissions. */
type Owned = Pick<FileStatus, 'uid' | 'mode'>;

/** Group and others may write. */
const WRITABLE = 0o022;

/** Whether what a user has made may lead a run: root's links and files, and those of the user whose run it is. */
export function isTrustedUser(uid: number, self = currentUid()): boolean {
  return uid === 0 || uid === self;
}

/**
 * Whether nobody but root and the user of the run can change what is in a directory, or what a file holds. Of an
 * access control list, the group's bits are the most that it gives to anybody.
 */
export function isWritableByTrustedOnly({ uid, mode }: Owned, self = currentUid()): boolean {
  return isTrustedUser(uid, self) && (mode & WRITABLE) === 0;
}

/** Whether something goes from a user whom a run does not trust to somebody else. */
export function leavesUser(from: number, to: number, self = currentUid()): boolean {
  return !isTrustedUser(from, self) && to !== from;
}

/** The user whose rights this process has. */
export function currentUid(): number {
  return process.geteuid?.() ?? 0;
}
