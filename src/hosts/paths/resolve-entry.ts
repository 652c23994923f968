import type { RealFile } from '../host-files.js';
import { codeOf } from '../system-error.js';
import type { BasePathWalk } from './base-path-walk.js';
import type { Directory } from './directory.js';
import type { DirectoryEntry } from './directory-entry.js';

/** An entry as the system describes it; a link is not followed. */
interface EntryStatus {
  readonly uid: number;
  readonly nlink: number;
  readonly dev: number | string;
  readonly ino: number | string;
  isFile(): boolean;
  isSymbolicLink(): boolean;
}

/** Resolves a path. Throws system errors. */
export function resolveEntry<D extends Directory>(
  path: string,
  walk: BasePathWalk<D>,
  stat: (entry: DirectoryEntry<D>) => EntryStatus | undefined,
): RealFile {
  const entry = walk.entryBelowMissing(path);
  const status = stat(entry);
  if (status?.isSymbolicLink() !== true) {
    entry.assertOwner(status?.uid);
    return toRealFile(entry, entry, status);
  }
  const end = endOf(entry, walk);
  if (end === undefined) return toRealFile(entry, entry, status);
  const there = stat(end);
  end.assertOwner(there?.uid);
  return toRealFile(entry, end, there);
}

/**
 * Returns the final target of the links at the end of a path; undefined if they lead to themselves, or below a file.
 */
function endOf<D extends Directory>(
  entry: DirectoryEntry<D>,
  walk: BasePathWalk<D>,
): DirectoryEntry<D> | undefined {
  try {
    return walk.followBelowMissing(entry);
  } catch (error) {
    if (['ELOOP', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

function toRealFile(entry: DirectoryEntry, { path }: DirectoryEntry, end: EntryStatus | undefined): RealFile {
  const shared = end?.isFile() && end.nlink > 1 ? `${end.dev}:${end.ino}` : undefined;
  return { path, entry: entry.path, shared };
}
