import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether this runs from the sources; the build lies flat in one folder instead. */
export const fromSources = import.meta.url.endsWith('.ts');

/** A copy of this library on the disk. */
export interface LibraryCopy {
  readonly version: string;
  /** The folder that holds its code. */
  readonly folder: string;
}

/** The copy that this code belongs to. */
export const thisCopy: LibraryCopy = {
  folder: fileURLToPath(new URL(fromSources ? '..' : '.', import.meta.url)),
  // Read when it is asked for, which is seldom.
  get version() {
    const manifest = new URL(fromSources ? '../../package.json' : '../package.json', import.meta.url);
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  },
};
