import { constants } from 'node:fs';
import { lstat, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Bundle } from './bundle.js';
import { ABSENT, listSources } from './bundle-sources.js';
import { isOwn, type PrivateDirectory } from './cache-directories.js';
import { findLibraryEntry } from './library-copy.js';
import { checksum } from './preserve-locations.js';

/** Incremented when the form of bundles changes, so that older ones are not used. */
const FORMAT = 3;

/** Opening a pipe would block until a process writes to it. */
const NON_BLOCKING = constants.O_RDONLY | constants.O_NONBLOCK;

/** The metadata beside a bundle. */
interface Entry {
  readonly module: string;
  readonly inputs: Bundle['inputs'];
  readonly packages: Bundle['packages'];
}

/** A bundle that is still valid. */
export interface CachedBundle {
  readonly path: string;
  /** All files that it was built from or loads. */
  readonly sources: readonly string[];
}

/** Bundled manifests, one per manifest path, valid as long as all their sources are unchanged. */
export class BundleCache {
  readonly #directory: PrivateDirectory;
  readonly #name: string;

  constructor(directory: PrivateDirectory, file: string) {
    this.#directory = directory;
    this.#name = checksum(
      JSON.stringify([FORMAT, file, findLibraryEntry('glance-apply'), process.version]),
    ).slice(0, 32);
  }

  /** Returns a bundle that is still valid, else undefined. */
  async find(): Promise<CachedBundle | undefined> {
    const entry = await this.#entry();
    if (entry === undefined) return undefined;
    const path = join(this.#directory.path, basename(entry.module));
    const [owner, ...same] = await Promise.all([
      lstat(path).then(
        (status) => status.isFile() && isOwn(status.uid),
        () => false,
      ),
      ...Object.entries(entry.inputs).map(isUnchanged),
    ]);
    return owner && same.every(Boolean) ? { path, sources: listSources(entry) } : undefined;
  }

  /** The path of a new bundle, for its source map. */
  get target(): string {
    return join(this.#directory.path, `${this.#name}.mjs`);
  }

  /** Replaces the previous bundle and returns the path of the new one. */
  async write({ code, inputs, packages }: Bundle): Promise<string> {
    const before = await this.#entry();
    // New content gets a new name: a process loads a path only once.
    const module = `${this.#name}-${checksum(code).slice(0, 16)}.mjs`;
    const path = join(this.#directory.path, module);
    await replace(path, code);
    await replace(this.#index, JSON.stringify({ module, inputs, packages } satisfies Entry));
    if (before !== undefined && before.module !== module) {
      await rm(join(this.#directory.path, basename(before.module)), { force: true });
    }
    return path;
  }

  get #index(): string {
    return join(this.#directory.path, `${this.#name}.json`);
  }

  async #entry(): Promise<Entry | undefined> {
    try {
      const entry: Partial<Entry> = JSON.parse(
        await readFile(this.#index, { encoding: 'utf8', flag: NON_BLOCKING }),
      );
      return typeof entry.module === 'string' &&
        typeof entry.inputs === 'object' &&
        Array.isArray(entry.packages)
        ? (entry as Entry)
        : undefined;
    } catch {
      // It does not exist or is damaged: a new one is built.
      return undefined;
    }
  }
}

async function isUnchanged([path, expected]: readonly [string, string]): Promise<boolean> {
  return (await readFile(path, { flag: NON_BLOCKING }).then(checksum, () => ABSENT)) === expected;
}

async function replace(path: string, content: string): Promise<void> {
  const temporary = `${path}.${process.pid}`;
  try {
    await writeFile(temporary, content, { mode: 0o600 });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
