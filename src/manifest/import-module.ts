import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { thrownByManifest } from '../catalog/thrown-by-manifest.js';
import { BundleCache } from './bundle-cache.js';
import { cacheDirectory } from './private-directory.js';
import { unknownImport } from './unknown-import.js';

/**
 * Loads a manifest's module, bundled, from the cache where nothing has changed.
 * @returns what it exports.
 */
export async function importModule(file: string): Promise<Readonly<Record<string, unknown>>> {
  // So that places in stacks are those of the manifest and not of its bundle.
  process.setSourceMapsEnabled(true);
  const directory = await cacheDirectory();
  const cache = new BundleCache(directory, file);
  try {
    const cached = await cache.find();
    if (cached === undefined) return await load(await make(cache, file), file);
    // A package that the bundle refers to may have gone or moved: then it is made again.
    return await load(cached, file).catch(async (error) => {
      if (!isModuleNotFound(error)) throw error;
      return load(await make(cache, file), file);
    });
  } finally {
    if (!directory.lasting) await rm(directory.path, { recursive: true, force: true });
  }
}

async function make(cache: BundleCache, file: string): Promise<string> {
  const { bundle } = await import('./bundle.js');
  return cache.keep(await bundle(file, cache.target));
}

async function load(path: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    if (isModuleNotFound(error)) throw error;
    throw (await unknownImport(error, [file])) ?? thrownByManifest(error, 'loaded', file);
  }
}

function isModuleNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
