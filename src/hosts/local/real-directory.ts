import { closeSync, constants, openSync } from 'node:fs';
import { HostError } from '../host-error.js';
import { codeOf } from '../refusal.js';

const DIRECTORY = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/**
 * Opens a directory by its real path, name by name, and gives it to a task under a path that leads to it whatever
 * becomes of its names meanwhile. A link on the way is refused: somebody has put it there since the path was resolved.
 * @returns What the task gives; undefined where the directory is not there.
 */
export function inRealDirectory<T>(path: string, task: (directory: string) => T): T | undefined {
  let directory = openSync('/', DIRECTORY);
  try {
    for (const name of path.split('/').filter(Boolean)) {
      const next = openBelow(directory, name, path);
      if (next === undefined) return undefined;
      closeSync(directory);
      directory = next;
    }
    return task(placeOf(directory));
  } finally {
    closeSync(directory);
  }
}

function openBelow(directory: number, name: string, path: string): number | undefined {
  try {
    return openSync(`${placeOf(directory)}/${name}`, DIRECTORY);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return undefined;
    if (code !== 'ELOOP' && code !== 'ENOTDIR') throw error;
    throw new HostError(
      `cannot go to ${path}: '${name}' is no directory any more; somebody has replaced it while it was looked at`,
      code,
      path,
    );
  }
}

/** The system's own name of what is open. */
function placeOf(directory: number): string {
  return `/proc/self/fd/${directory}`;
}
