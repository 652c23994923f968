import { lstatSync } from 'node:fs';
import type { RealFile } from '../host-files.js';
import { resolveEntry } from '../paths/resolve-entry.js';
import { toHostError } from '../system-error.js';
import type { PathWalk } from './paths/path-walk.js';
import { retryReplaced } from './retry-replaced.js';

/** Resolves a path on this machine; returns the error if the system refuses it. */
export function resolvePath(path: string, walk: PathWalk): RealFile | Error {
  try {
    return retryReplaced(() =>
      resolveEntry(path, walk, ({ procPath }) => lstatSync(procPath, { throwIfNoEntry: false })),
    );
  } catch (error) {
    return toHostError('resolve', path, error);
  }
}
