import { readdirSync, unlinkSync } from 'node:fs';
import type { DirectoryEntry } from '../paths/directory-entry.js';
import { codeOf } from '../system-error.js';
import { isTemporaryName } from '../temporary-name.js';

/**
 * The temporary files of runs that were killed. The next run repeats the interrupted change, and removes the files that
 * the first attempt left beside the same path. Each directory is listed once, before anything is written to it.
 */
export class StaleTemporaryFiles {
  readonly #found = new Map<string, readonly string[]>();

  /** Removes the files that are left over beside a name that is about to be changed. */
  remove({ directory, name: changed }: DirectoryEntry): void {
    const names = this.#found.get(directory.path) ?? list(directory.procPath);
    this.#found.set(
      directory.path,
      names.filter((name) => !isTemporaryName(name, changed)),
    );
    for (const name of names) if (isTemporaryName(name, changed)) unlink(`${directory.procPath}/${name}`);
  }
}

function list(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.includes('.glance-apply-'));
  } catch {
    // The following write reports more precisely what is wrong with the directory.
    return [];
  }
}

function unlink(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
