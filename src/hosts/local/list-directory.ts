import { readdirSync } from 'node:fs';
import { refuseOddNames } from '../paths/odd-names.js';
import type { OpenDirectory } from './paths/open-directory.js';

/** Node's replacement for bytes that it cannot decode. */
const UNREADABLE = '\uFFFD';

/**
 * Lists the names in a directory on this machine, sorted. A name that is not UTF-8 is an error.
 */
export function listDirectory({ procPath: at, path }: OpenDirectory): string[] {
  const names = readdirSync(at).sort();
  if (!names.some((name) => name.includes(UNREADABLE))) return names;
  refuseOddNames(path, readdirSync(at, { encoding: 'buffer' }));
  return names;
}
