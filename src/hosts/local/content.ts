import { closeSync, fstatSync, readFileSync, readSync } from 'node:fs';
import { isMissing, refusal, refuse } from '../refusal.js';
import { openToRead } from './open-to-read.js';
import type { PathWalk } from './paths/path-walk.js';

/**
 * The content of a file of this machine; a refusal is a value. A pipe or a terminal must not hold up the run:
 * nothing is waited for, and of what has no end nothing is read.
 * @param scratch room for the first bytes: what fits is read without asking for its size
 */
export function content(path: string, walk: PathWalk, scratch: Buffer): Buffer | undefined | Error {
  let descriptor: number | undefined;
  try {
    descriptor = openToRead(path, walk);
    return readAll(descriptor, path, scratch);
  } catch (error) {
    return isMissing(error) ? undefined : refusal('read', path, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readAll(descriptor: number, path: string, scratch: Buffer): Buffer {
  let filled = 0;
  // Files of /proc come in pieces, so that only an empty one is the end.
  for (let count = -1; count !== 0 && filled < scratch.length; filled += count) {
    count = readSync(descriptor, scratch, filled, scratch.length - filled, null);
  }
  const start = Buffer.from(scratch.subarray(0, filled));
  if (filled < scratch.length) return start;
  if (!fstatSync(descriptor).isFile()) refuse('read', path, 'EFBIG');
  return Buffer.concat([start, readFileSync(descriptor)]);
}
