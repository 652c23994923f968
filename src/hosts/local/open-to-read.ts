import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { codeOf } from '../refusal.js';
import type { PathWalk } from './paths/path-walk.js';
import type { Place } from './paths/place.js';
import { refuseSharedFile } from './paths/shared-file.js';

/** A pipe without a writer, or a terminal, must not hold up the run. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * Opens what a path leads to. What is open is held against the links that led to it, and against the directory in which
 * it was found: the content of a file that is root's alone must not come to light because somebody gave it a name.
 */
export function openToRead(path: string, walk: PathWalk): number {
  const place = walk.place(path);
  try {
    return openAt(place);
  } catch (error) {
    if (codeOf(error) !== 'ELOOP') throw error;
    const end = walk.follow(place);
    if (end === undefined) throw error;
    return openAt(end);
  }
}

function openAt(place: Place): number {
  const descriptor = openSync(place.at, FLAGS);
  if (place.directory.isOurs && !place.isBehindLinks) return descriptor;
  try {
    const stats = fstatSync(descriptor);
    place.mustBelongTo(stats.uid);
    refuseSharedFile('read', place, stats);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}
