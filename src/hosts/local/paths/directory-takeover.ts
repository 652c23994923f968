import { lstatSync, readdirSync } from 'node:fs';
import { HostError } from '../../host-error.js';
import { isTrustedUser, isWritableByTrustedOnly } from '../../trusted-owner.js';
import { userName } from './user-name.js';

/** The owner and mode of a directory. */
interface Owned {
  readonly uid: number;
  readonly mode: number;
}

/** Returns whether a change of owner or mode ends the write access of other users to a directory. */
export function isTakeover(before: Owned, after: Owned): boolean {
  return !isWritableByTrustedOnly(before) && isWritableByTrustedOnly(after);
}

/**
 * Refuses a directory that others could write until now, if an entry may be an additional name (hard link) of any file
 * of the host: once the directory is ours alone, such an entry can no longer be distinguished from one that root
 * created.
 * @param at The directory, which no other user can write any more.
 * @param owner The previous owner of the directory, whose own files are accepted.
 */
export function refuseHardLinkedEntries(at: string, path: string, owner: number): void {
  for (const name of readdirSync(at, { encoding: 'buffer' })) {
    const entryPath = Buffer.concat([Buffer.from(`${at}/`), name]);
    const entry = lstatSync(entryPath, { throwIfNoEntry: false });
    if (entry === undefined || entry.isDirectory() || entry.nlink <= 1) continue;
    if (entry.uid === owner && !isTrustedUser(owner)) continue;
    const found = `${path}/${name}`;
    throw new HostError(
      `cannot take ${path} from those who could write it: ${found} is one of ${entry.nlink} names (hard links) of a file of ${userName(entry.uid)}, and may be any file of the host; remove this name, or make it a file of its own (cp and mv)`,
      'EMLINK',
      found,
    );
  }
}
