import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import type { FileStatus } from '../host-files.js';
import type { DirectoryEntry } from '../paths/directory-entry.js';
import { isNotFound, toHostError } from '../system-error.js';
import type { OpenDirectory } from './paths/open-directory.js';
import type { PathWalk } from './paths/path-walk.js';
import { retryReplaced } from './retry-replaced.js';

/**
 * Returns the status of a path on this machine, or the error if the system refuses to read it; a link at its end is not
 * followed.
 */
export function readStatus(path: string, walk: PathWalk): FileStatus | undefined | Error {
  try {
    const entry = findEntry(path, walk);
    return entry && statEntry(entry);
  } catch (error) {
    return toHostError('look at', path, error);
  }
}

/** Returns the entry that a path names; undefined if its directory does not exist. */
export function findEntry(path: string, walk: PathWalk): DirectoryEntry<OpenDirectory> | undefined {
  try {
    return walk.entry(path);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** Returns the status of an entry on this machine; throws system errors. */
export function statEntry({ procPath: at }: DirectoryEntry): FileStatus | undefined {
  return retryReplaced(() => {
    const stats = lstatSync(at, { throwIfNoEntry: false });
    return stats && toFileStatus(stats, at);
  });
}

/** @param at The path from which the target of a link is read. */
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
