import { type BigIntStats, lstatSync, readlinkSync } from 'node:fs';
import { isTrusted } from '../../owner-rule.js';
import { codeOf } from '../../refusal.js';
import { type ForeignLink, refuseRestlessLink } from './foreign-link.js';
import type { Place } from './place.js';

/** The clock that the kernel marks changes with is up to so many milliseconds late. */
const LATE = 20;

/** How often a link is looked at that was changed a moment ago. */
const MOST_LOOKS = 6;

const pause = new Int32Array(new SharedArrayBuffer(4));

/** A link as it was followed. */
export interface ReadLink {
  readonly target: string;
  /** Whose end it must lead to; undefined where it may lead anywhere. */
  readonly foreign?: ForeignLink | undefined;
}

/**
 * Reads a link and tells whether it may lead anywhere: where it belongs to root or to the user of the run, and nobody else
 * can have put it there. One of another user may not, in a directory of root's either: that may have been another's when
 * the link was made. Undefined where there is no link.
 */
export function readLink(place: Place): ReadLink | undefined {
  for (let looks = 1; ; looks += 1) {
    const began = Date.now();
    const before = lstatSync(place.at, { bigint: true, throwIfNoEntry: false });
    if (before?.isSymbolicLink() !== true) return undefined;
    const target = targetOf(place);
    if (target === undefined && looks < MOST_LOOKS) continue;
    if (target === undefined) return undefined;
    const uid = Number(before.uid);
    if (!isTrusted(uid)) return { target, foreign: { path: place.path, uid } };
    if (place.directory.isOurs) return { target };
    if (before.nlink > 1n) return { target, foreign: { path: place.path, uid: undefined } };
    if (isUntouched(place, before, began)) return { target };
    if (looks === MOST_LOOKS) refuseRestlessLink(place.path);
    Atomics.wait(pause, 0, 0, LATE + 5);
  }
}

/** Undefined where it is no link any more. */
function targetOf(place: Place): string | undefined {
  try {
    return readlinkSync(place.at);
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
function isUntouched(place: Place, before: BigIntStats, began: number): boolean {
  const after = lstatSync(place.at, { bigint: true, throwIfNoEntry: false });
  const changed = Number(before.ctimeMs);
  return (
    after?.ino === before.ino &&
    after.dev === before.dev &&
    after.ctimeNs === before.ctimeNs &&
    (changed < began - LATE || changed > Date.now())
  );
}
