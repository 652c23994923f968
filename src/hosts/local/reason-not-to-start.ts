import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { codeOf } from '../refusal.js';

/** The code with which the system would refuse to start a program; undefined where it would not. */
export function reasonNotToStart(program: string, path: string, directory: string): string | undefined {
  const places = program.includes('/')
    ? [resolve(directory, program)]
    : path.split(delimiter).map((one) => join(one, program));
  let failure = 'ENOENT';
  for (const place of places) {
    try {
      accessSync(place, constants.X_OK);
      if (statSync(place).isFile()) return undefined;
      failure = 'EACCES';
    } catch (error) {
      if (codeOf(error) === 'EACCES') failure = 'EACCES';
    }
  }
  return failure;
}
