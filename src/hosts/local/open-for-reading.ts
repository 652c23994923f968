import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import type { DirectoryEntry } from '../paths/directory-entry.js';
import { refuseHardLinkedFile } from '../paths/hard-linked-file.js';
import { codeOf } from '../system-error.js';
import type { PathWalk } from './paths/path-walk.js';

/** A pipe without a writer, or a terminal, must not block the run. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * Opens the file that a path leads to. The open file is checked against the links that led to it, and against the
 * directory in which it was found: the content of a file that only root may read must not be disclosed because another
 * user created a link to it.
 */
export function openForReading(path: string, walk: PathWalk): number {
  const entry = walk.entry(path);
  try {
    return openAt(entry);
  } catch (error) {
    if (codeOf(error) !== 'ELOOP') throw error;
    const end = walk.follow(entry);
    if (end === undefined) throw error;
    return openAt(end);
  }
}

function openAt(entry: DirectoryEntry): number {
  const descriptor = openSync(entry.procPath, FLAGS);
  if (entry.directory.isTrusted && !entry.hasForeignLinks) return descriptor;
  try {
    const stats = fstatSync(descriptor);
    entry.assertOwner(stats.uid);
    refuseHardLinkedFile('read', entry, stats);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}
