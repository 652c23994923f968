import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import type { FileStatus } from '../host-files.js';
import { isNotFound, toHostError } from '../system-error.js';
import type { DirectoryEntry } from './paths/directory-entry.js';
import type { PathWalk } from './paths/path-walk.js';
import { retryReplaced } from './retry-replaced.js';

/** What is at a path of this machine; a link at its end is not followed, and a refusal is a value. */
export function readStatus(path: string, walk: PathWalk): FileStatus | undefined | Error {
  try {
    const entry = findEntry(path, walk);
    return entry && statEntry(entry);
  } catch (error) {
    return toHostError('look at', path, error);
  }
}

/** The place that a path names; undefined where its directory is not there. */
export function findEntry(path: string, walk: PathWalk): DirectoryEntry | undefined {
  try {
    return walk.entry(path);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** What is at a place of this machine; throws what the system throws. */
export function statEntry({ procPath: at }: DirectoryEntry): FileStatus | undefined {
  return retryReplaced(() => {
    const stats = lstatSync(at, { throwIfNoEntry: false });
    return stats && toFileStatus(stats, at);
  });
}

/** @param at where the target of a link can be read */
export function toFileStatus(stats: Stats, at: string): FileStatus {
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
