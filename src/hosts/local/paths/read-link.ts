import { type BigIntStats, lstatSync, readlinkSync } from 'node:fs';
import type { FollowedLink } from '../../paths/base-path-walk.js';
import type { DirectoryEntry } from '../../paths/directory-entry.js';
import { refuseChangingLink } from '../../paths/untrusted-link.js';
import { codeOf } from '../../system-error.js';
import { isTrustedUser } from '../../trusted-owner.js';

/** The maximum delay, in milliseconds, of the clock that the kernel uses for the times of changes. */
const LATE = 20;

/** How often a recently changed link is read again. */
const MOST_LOOKS = 6;

const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Reads a link and determines whether it may lead anywhere: only if it belongs to root or to the user of the run, and
 * no other user can have put it there. A link of another user is restricted even in a directory of root, which may have
 * belonged to another user when the link was created. Undefined if the entry is not a link.
 */
export function readLink(entry: DirectoryEntry): FollowedLink | undefined {
  for (let looks = 1; ; looks += 1) {
    const began = Date.now();
    const before = lstatSync(entry.procPath, { bigint: true, throwIfNoEntry: false });
    if (before?.isSymbolicLink() !== true) return undefined;
    const target = targetOf(entry);
    if (target === undefined && looks < MOST_LOOKS) continue;
    if (target === undefined) return undefined;
    const uid = Number(before.uid);
    if (!isTrustedUser(uid)) return { target, untrusted: { path: entry.path, uid } };
    if (entry.directory.isTrusted) return { target };
    if (before.nlink > 1n) return { target, untrusted: { path: entry.path, uid: undefined } };
    if (isUntouched(entry, before, began)) return { target };
    if (looks === MOST_LOOKS) refuseChangingLink(entry.path);
    Atomics.wait(pause, 0, 0, LATE + 5);
  }
}

/** Returns undefined if the entry is no longer a link. */
function targetOf(entry: DirectoryEntry): string | undefined {
  try {
    return readlinkSync(entry.procPath);
  } catch (error) {
    if (['EINVAL', 'ENOENT'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

/**
 * Returns whether the target certainly belongs to the link whose owner was checked. The system reads both by name, and
 * a user who can write the directory can put another link there in between, and put the first one back: that updates
 * the change time of the first one.
 */
function isUntouched(entry: DirectoryEntry, before: BigIntStats, began: number): boolean {
  const after = lstatSync(entry.procPath, { bigint: true, throwIfNoEntry: false });
  const changed = Number(before.ctimeMs);
  return (
    after?.ino === before.ino &&
    after.dev === before.dev &&
    after.ctimeNs === before.ctimeNs &&
    (changed < began - LATE || changed > Date.now())
  );
}
