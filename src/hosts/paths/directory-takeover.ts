import { HostError } from '../host-error.js';
import { currentUid, isTrustedUser, isWritableByTrustedOnly } from '../trusted-owner.js';
import type { Directory } from './directory.js';

/** The owner and mode of a directory. */
interface Owned {
  readonly uid: number;
  readonly mode: number;
}

/** An entry of a directory. */
interface Entry {
  readonly uid: number;
  readonly nlink: number;
  isDirectory(): boolean;
}

/** Returns whether a change of owner or mode ends the write access of other users to a directory. */
export function isTakeover(before: Owned, after: Owned, self = currentUid()): boolean {
  return !isWritableByTrustedOnly(before, self) && isWritableByTrustedOnly(after, self);
}

/**
 * Refuses a directory that others could write until now, if an entry may be an additional name (hard link) of any file
 * of the host: once the directory is ours alone, such an entry can no longer be distinguished from one that root
 * created.
 * @param path The directory, which no other user can write any more.
 * @param owner The previous owner of the directory, whose own files are accepted.
 */
export function refuseHardLinkedEntry(
  path: string,
  name: string,
  entry: Entry,
  owner: number,
  { userName }: Pick<Directory, 'userName'>,
  self = currentUid(),
): void {
  if (entry.isDirectory() || entry.nlink <= 1) return;
  if (entry.uid === owner && !isTrustedUser(owner, self)) return;
  const found = `${path}/${name}`;
  throw new HostError(
    `cannot take ${path} from those who could write it: ${found} is one of ${entry.nlink} names (hard links) of a file of ${userName(entry.uid)}, and may be any file of the host; remove this name, or make it a file of its own (cp and mv)`,
    'EMLINK',
    found,
  );
}
