import { lstatSync, type Stats } from 'node:fs';
import type { RealFile } from '../host-files.js';
import { codeOf, refusal } from '../refusal.js';
import type { PathWalk } from './paths/path-walk.js';
import type { Place } from './paths/place.js';
import { settled } from './settled.js';

/** Resolves a path of this machine; a refusal is a value. */
export function realFile(path: string, walk: PathWalk): RealFile | Error {
  try {
    return settled(() => resolved(path, walk));
  } catch (error) {
    return refusal('resolve', path, error);
  }
}

function resolved(path: string, walk: PathWalk): RealFile {
  const place = walk.reach(path);
  const stats = look(place);
  if (stats?.isSymbolicLink() !== true) {
    place.mustBelongTo(stats?.uid);
    return found(place, place, stats);
  }
  const end = endOf(place, walk);
  if (end === undefined) return found(place, place, stats);
  const there = look(end);
  end.mustBelongTo(there?.uid);
  return found(place, end, there);
}

/** Where the links at the end lead; undefined where they lead to themselves, or below a file. */
function endOf(place: Place, walk: PathWalk): Place | undefined {
  try {
    return walk.followFar(place);
  } catch (error) {
    if (['ELOOP', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

function look(place: Place): Stats | undefined {
  return lstatSync(place.at, { throwIfNoEntry: false });
}

function found(entry: Place, { path }: Place, end: Stats | undefined): RealFile {
  const shared = end?.isFile() && end.nlink > 1 ? `${end.dev}:${end.ino}` : undefined;
  return { path, entry: entry.path, shared };
}
