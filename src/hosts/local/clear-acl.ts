import { chmodSync, closeSync, fchmodSync, mkdtempSync, rmdirSync } from 'node:fs';
import { copyWithTool } from './copy-attributes.js';
import { inputFile, SCRATCH_DIRECTORIES } from './input-file.js';
import { openPath, toProcPath } from './paths/open-directory.js';

/**
 * Takes the access control list from a file that is open: its mode alone counts from now on.
 * @param mode what it has, or is to have
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

/** The same of a directory, with the list that it would pass on. What is in it stays as it is. */
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
