import { posix } from 'node:path';

/** What a resource does with a path of its host. */
export interface PathUse {
  /** An absolute path. */
  readonly path: string;
  /**
   * - `manages`: sets its state; a file resource of that path is applied first;
   * - `creates`: creates it as a side effect, as a command does;
   * - `needs`: it, or its nearest managed parent directory, must exist first;
   * - `reads`: the same, including everything that is managed below it;
   * - `names`: refers to it for an unknown purpose: the order of the manifest decides;
   * - `mounts`: hides what is below it.
   */
  readonly use: 'manages' | 'creates' | 'needs' | 'reads' | 'names' | 'mounts';
}

/** Yields the uses of a file that a resource writes to, whose directory must exist. */
export function* managedFile(path: string): Generator<PathUse> {
  yield { use: 'manages', path };
  yield { use: 'needs', path: posix.dirname(path) };
}
