import { chmodSync, closeSync, fchmodSync, mkdtempSync, rmdirSync } from 'node:fs';
import { copyWithTool } from './copy-attributes.js';
import { inputFile, SCRATCH_DIRECTORIES } from './input-file.js';
import { openPath, toProcPath } from './paths/open-directory.js';

/**
 * Removes the access control list of an open file: from then on, only its mode determines access.
 * @param mode The current mode of the file, or the one that it is going to have.
 */
export async function clearAcl(path: string, descriptor: number, mode: number): Promise<void> {
  const plain = inputFile('');
  try {
    fchmodSync(plain, mode);
    await copyWithTool(path, ['--preserve=mode'], [plain, descriptor]);
  } finally {
    closeSync(plain);
  }
}

/** Does the same for a directory, including the default list for new entries. Existing entries remain unchanged. */
export async function clearDirectoryAcl(path: string, descriptor: number, mode: number): Promise<void> {
  const plain = openRemovedDirectory();
  try {
    chmodSync(toProcPath(plain), mode);
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

/** Opens an empty directory that has already been removed. */
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
