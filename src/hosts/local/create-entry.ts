import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { HostError } from '../host-error.js';
import { codeOf, isPermissionDenied } from '../system-error.js';

/**
 * Makes a new entry of a directory, be it for a moment only, for the sake of a path. Where its file system takes none,
 * as those of /proc and /sys, what the system throws would be read as if the path or its directory did not exist.
 * @param doing Completes the sentence "cannot … /proc/version".
 */
export async function createEntry<T>(doing: string, path: string, make: () => T | Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    const directory = dirname(path);
    const code = codeOf(error);
    const reason = reasonOf(code, directory);
    if (reason === undefined) throw error;
    throw new HostError(`cannot ${doing} ${path}: ${reason} (${code})`, code, path, { cause: error });
  }
}

/** Undefined where the code says by itself what is wrong. */
function reasonOf(code: string | undefined, directory: string): string | undefined {
  if (code === 'ENOENT')
    return isDirectory(directory) ? `the file system of ${directory} accepts no new files` : undefined;
  if (isPermissionDenied({ code }) && process.geteuid?.() === 0)
    return `not even root can create a file in ${directory}: its file system accepts none, or it is immutable (lsattr -d ${directory})`;
  return undefined;
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
