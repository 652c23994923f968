import { type BigIntStats, lstatSync, readlinkSync } from 'node:fs';
import { codeOf } from '../../system-error.js';
import { isTrustedUser } from '../../trusted-owner.js';
import type { DirectoryEntry } from './directory-entry.js';
import { refuseChangingLink, type UntrustedLink } from './untrusted-link.js';

/** The clock that the kernel marks changes with is up to so many milliseconds late. */
const LATE = 20;

/** How often a link is looked at that was changed a moment ago. */
const MOST_LOOKS = 6;

const pause = new Int32Array(new SharedArrayBuffer(4));

/** A link as it was followed. */
export interface FollowedLink {
  readonly target: string;
  /** Whose end it must lead to; undefined where it may lead anywhere. */
  readonly untrusted?: UntrustedLink | undefined;
}

/**
 * Reads a link and tells whether it may lead anywhere: where it belongs to root or to the user of the run, and nobody else
 * can have put it there. One of another user may not, in a directory of root's either: that may have been another's when
 * the link was made. Undefined where there is no link.
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

/** Undefined where it is no link any more. */
function targetOf(entry: DirectoryEntry): string | undefined {
  try {
    return readlinkSync(entry.procPath);
  } catch (error) {
    if (['EINVAL', 'ENOENT'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

/**
 * Whether the target that was read is surely that of the link whose owner was looked at. The system reads both by name, and
 * whoever can write the directory can put another link there in between, and the first one back: that marks the first
 * one with the time.
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
