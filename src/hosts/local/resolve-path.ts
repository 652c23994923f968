import { lstatSync, type Stats } from 'node:fs';
import type { RealFile } from '../host-files.js';
import type { DirectoryEntry } from '../paths/directory-entry.js';
import { codeOf, toHostError } from '../system-error.js';
import type { OpenDirectory } from './paths/open-directory.js';
import type { PathWalk } from './paths/path-walk.js';
import { retryReplaced } from './retry-replaced.js';

/** Resolves a path on this machine; returns the error if the system refuses it. */
export function resolvePath(path: string, walk: PathWalk): RealFile | Error {
  try {
    return retryReplaced(() => resolveEntry(path, walk));
  } catch (error) {
    return toHostError('resolve', path, error);
  }
}

function resolveEntry(path: string, walk: PathWalk): RealFile {
  const entry = walk.entryBelowMissing(path);
  const stats = stat(entry);
  if (stats?.isSymbolicLink() !== true) {
    entry.assertOwner(stats?.uid);
    return toRealFile(entry, entry, stats);
  }
  const end = endOf(entry, walk);
  if (end === undefined) return toRealFile(entry, entry, stats);
  const there = stat(end);
  end.assertOwner(there?.uid);
  return toRealFile(entry, end, there);
}

/**
 * Returns the final target of the links at the end of a path; undefined if they lead to themselves, or below a file.
 */
function endOf(
  entry: DirectoryEntry<OpenDirectory>,
  walk: PathWalk,
): DirectoryEntry<OpenDirectory> | undefined {
  try {
    return walk.followBelowMissing(entry);
  } catch (error) {
    if (['ELOOP', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

function stat(entry: DirectoryEntry<OpenDirectory>): Stats | undefined {
  return lstatSync(entry.procPath, { throwIfNoEntry: false });
}

function toRealFile(
  entry: DirectoryEntry<OpenDirectory>,
  { path }: DirectoryEntry<OpenDirectory>,
  end: Stats | undefined,
): RealFile {
  const shared = end?.isFile() && end.nlink > 1 ? `${end.dev}:${end.ino}` : undefined;
  return { path, entry: entry.path, shared };
}
