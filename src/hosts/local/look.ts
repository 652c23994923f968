import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import type { FileStatus } from '../host-files.js';
import { isMissing, refusal } from '../refusal.js';
import type { PathWalk } from './paths/path-walk.js';
import type { Place } from './paths/place.js';
import { settled } from './settled.js';

/** What is at a path of this machine; a link at its end is not followed, and a refusal is a value. */
export function look(path: string, walk: PathWalk): FileStatus | undefined | Error {
  try {
    const place = placeUnlessMissing(path, walk);
    return place && lookAt(place);
  } catch (error) {
    return refusal('look at', path, error);
  }
}

/** The place that a path names; undefined where its directory is not there. */
export function placeUnlessMissing(path: string, walk: PathWalk): Place | undefined {
  try {
    return walk.place(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** What is at a place of this machine; throws what the system throws. */
export function lookAt({ at }: Place): FileStatus | undefined {
  return settled(() => {
    const stats = lstatSync(at, { throwIfNoEntry: false });
    return stats && asStatus(stats, at);
  });
}

/** @param at where the target of a link can be read */
export function asStatus(stats: Stats, at: string): FileStatus {
  const status = {
    kind: kindOf(stats),
    mode: stats.mode & 0o7777,
    uid: stats.uid,
    gid: stats.gid,
    size: stats.size,
    modified: stats.mtimeMs,
    accessed: stats.atimeMs,
    changed: stats.ctimeMs,
  };
  if (status.kind === 'other') return { ...status, special: specialOf(stats) };
  return status.kind === 'link' ? { ...status, target: readlinkSync(at) } : status;
}

function specialOf(stats: Stats): NonNullable<FileStatus['special']> {
  if (stats.isFIFO()) return 'pipe';
  return stats.isSocket() ? 'socket' : 'device';
}

function kindOf(stats: Stats): FileStatus['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  return stats.isSymbolicLink() ? 'link' : 'other';
}
