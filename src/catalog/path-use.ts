import { posix } from 'node:path';

/** What a resource does with a path of its host. */
export interface PathUse {
  /** Absolute. */
  readonly path: string;
  /**
   * - `manages`: sets its state; a file resource of that path is applied first;
   * - `creates`: creates it as a side effect, as a command does;
   * - `needs`: it, or its nearest managed parent directory, must exist before;
   * - `reads`: the same, with everything that is managed below it;
   * - `names`: refers to it in an unknown way: the order of the manifest decides;
   * - `mounts`: covers what is below it.
   */
  readonly use: 'manages' | 'creates' | 'needs' | 'reads' | 'names' | 'mounts';
}

/** The file that a resource writes into, which stands in a directory. */
export function* managedFile(path: string): Generator<PathUse> {
  yield { use: 'manages', path };
  yield { use: 'needs', path: posix.dirname(path) };
}
