import { HostError } from '../host-error.js';
import type { DirectoryEntry } from './directory-entry.js';

const SET_ID = 0o6000;

/** An entry as the system describes it. */
interface Entry {
  readonly uid: number;
  readonly mode: number;
  readonly nlink: number;
  isDirectory(): boolean;
}

/**
 * Refuses to change or read a file with several names (hard links) under a name in a directory that others can change:
 * unless the system forbids it (fs.protected_hardlinks), any user can give any file of the same file system such a
 * name. Files of the owner of the directory are accepted.
 * @param doing Completes the sentence "cannot … /home/alice/file".
 */
export function refuseHardLinkedFile(doing: string, directoryEntry: DirectoryEntry, entry: Entry): void {
  if (entry.nlink <= 1 || entry.isDirectory() || isOfItsDirectory(directoryEntry, entry)) return;
  throw new HostError(
    `cannot ${doing} ${directoryEntry.path}: this is one of ${entry.nlink} names (hard links) of a file of ${directoryEntry.directory.userName(entry.uid)}, in a directory that others can write, so that it may be any file of the host; remove this name, or make it a file of its own (cp and mv)`,
    'EMLINK',
    directoryEntry.path,
  );
}

/** Refuses to keep the set-id bits of a file for new content if others can change its directory. */
export function refuseSetId(directoryEntry: DirectoryEntry, entry: Entry): void {
  if ((entry.mode & SET_ID) === 0 || isOfItsDirectory(directoryEntry, entry)) return;
  throw new HostError(
    `cannot write ${directoryEntry.path}: it has set-id bits (setuid or setgid) for ${directoryEntry.directory.userName(entry.uid)}, and others can write its directory, so that they may have put it there; set the mode of the file, or remove the bits (chmod ug-s)`,
    'EPERM',
    directoryEntry.path,
  );
}

/** Returns whether no other user can have put the file there, or it belongs to the owner of the directory. */
function isOfItsDirectory({ directory }: DirectoryEntry, { uid }: Entry): boolean {
  return directory.isTrusted || (uid === directory.uid && uid !== 0);
}
