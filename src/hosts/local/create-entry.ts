import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { HostError } from '../host-error.js';
import { codeOf, isPermissionDenied } from '../system-error.js';

/**
 * Creates a new entry, possibly a temporary one, in the directory of a path. If the file system accepts no new entries,
 * as in /proc and /sys, the system's own error would read as if the path or its directory did not exist.
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

/** Returns undefined if the error code already explains the failure. */
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
