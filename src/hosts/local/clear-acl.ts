import { closeSync, mkdtempSync, rmdirSync } from 'node:fs';
import { isTrustedUser } from '../file-trust.js';
import { copyWithTool } from './copy-attributes.js';
import { inputFile, SCRATCH_DIRECTORIES } from './input-file.js';
import { type OpenDirectory, openPath } from './paths/open-directory.js';

/**
 * Whether what is made in a directory would be open to whom its owner wants: a default access control list of the
 * directory is passed on to all that is new in it, and what belongs to another than that owner is not theirs to show.
 * @param uid whose the new thing is
 */
export function passesAclOn(directory: OpenDirectory, uid: number): boolean {
  return !isTrustedUser(directory.uid) && directory.uid !== uid;
}

/** Takes the access control list from a file that is open: its mode alone counts from now on. */
export async function clearAcl(path: string, descriptor: number): Promise<void> {
  const plain = inputFile('');
  try {
    await copyWithTool(path, ['--preserve=mode'], [plain, descriptor]);
  } finally {
    closeSync(plain);
  }
}

/** The same of a directory in which there is nothing yet, with the list that it would pass on. */
export async function clearDirectoryAcl(path: string, descriptor: number): Promise<void> {
  const plain = openRemovedDirectory();
  try {
    await copyWithTool(
      path,
      ['--preserve=mode', '--recursive', '--no-target-directory'],
      [plain, descriptor],
      '/.',
    );
  } finally {
    closeSync(plain);
  }
}

/** An empty directory without a name. */
function openRemovedDirectory(): number {
  let refusal: unknown;
  for (const directory of SCRATCH_DIRECTORIES) {
    try {
      const path = mkdtempSync(`${directory}/glance-apply-empty-`);
      try {
        return openPath(path);
      } finally {
        rmdirSync(path);
      }
    } catch (error) {
      refusal ??= error;
    }
  }
  throw refusal;
}
