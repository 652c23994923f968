import { posix } from 'node:path';

/** What a resource does with a path of its host. */
export interface PathUse {
  /** Absolute. */
  readonly path: string;
  /**
   * - `manages`: sets what is there; a file resource of that path comes first;
   * - `creates`: makes what is there on the way, as a command does;
   * - `needs`: what is there, or the nearest directory that it is in, must be there before;
   * - `reads`: the same, with everything that is managed below it;
   * - `names`: has to do with it, nobody knows what: the order of the manifest decides;
   * - `mounts`: covers what is below it.
   */
  readonly use: 'manages' | 'creates' | 'needs' | 'reads' | 'names' | 'mounts';
}

/** The file that a resource writes into, which stands in a directory. */
export function* managedFile(path: string): Generator<PathUse> {
  yield { use: 'manages', path };
  yield { use: 'needs', path: posix.dirname(path) };
}
