import { closeSync, fstatSync, readFileSync, readSync } from 'node:fs';
import { isNotFound, throwHostError, toHostError } from '../system-error.js';
import { openForReading } from './open-for-reading.js';
import type { PathWalk } from './paths/path-walk.js';

/**
 * The size in bytes above which a file is not read as a whole: any user can create one of gigabytes that occupies no
 * disk space. Larger files are streamed.
 */
const LARGEST = 64 * 1024 * 1024;

/**
 * Returns the content of a file on this machine, or the error if the system refuses to read it. A pipe or a terminal
 * must not block the run: reading never waits, and files without an end are not read.
 * @param scratch Room for the first bytes: a file that fits is read without determining its size.
 */
export function readContent(path: string, walk: PathWalk, scratch: Buffer): Buffer | undefined | Error {
  let descriptor: number | undefined;
  try {
    descriptor = openForReading(path, walk);
    return readAll(descriptor, path, scratch);
  } catch (error) {
    return isNotFound(error) ? undefined : toHostError('read', path, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readAll(descriptor: number, path: string, scratch: Buffer): Buffer {
  let filled = 0;
  // Files of /proc are returned in pieces, so that only an empty read is the end.
  for (let count = -1; count !== 0 && filled < scratch.length; filled += count) {
    count = readSync(descriptor, scratch, filled, scratch.length - filled, null);
  }
  const start = Buffer.from(scratch.subarray(0, filled));
  if (filled < scratch.length) return start;
  const stats = fstatSync(descriptor);
  if (!stats.isFile() || stats.size > LARGEST) throwHostError('read', path, 'EFBIG');
  return Buffer.concat([start, readFileSync(descriptor)]);
}
