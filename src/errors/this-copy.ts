import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether this runs from the sources; the build is one flat directory. */
export const fromSources = import.meta.url.endsWith('.ts');

/** A copy of this library on disk. */
export interface LibraryCopy {
  readonly version: string;
  /** The directory that contains its code. */
  readonly folder: string;
}

/** The copy that this code is part of. */
export const thisCopy: LibraryCopy = {
  folder: fileURLToPath(new URL(fromSources ? '..' : '.', import.meta.url)),
  // Read on demand, because it is rarely needed.
  get version() {
    const manifest = new URL(fromSources ? '../../package.json' : '../package.json', import.meta.url);
    const { version }: { readonly version: string } = JSON.parse(readFileSync(manifest, 'utf8'));
    return version;
  },
};
