import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { codeOf } from '../system-error.js';

/** Returns the error code with which the system would refuse to start a program; undefined if it would start it. */
export function predictSpawnError(program: string, path: string, directory: string): string | undefined {
  const candidates = program.includes('/')
    ? [resolve(directory, program)]
    : path.split(delimiter).map((one) => join(one, program));
  let failure = 'ENOENT';
  for (const candidate of candidates) {
    try {
      accessSync(candidate, constants.X_OK);
      if (statSync(candidate).isFile()) return undefined;
      failure = 'EACCES';
    } catch (error) {
      if (codeOf(error) === 'EACCES') failure = 'EACCES';
    }
  }
  return failure;
}
