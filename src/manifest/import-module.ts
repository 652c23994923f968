import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { thrownByManifest } from '../catalog/thrown-by-manifest.js';
import { messageOf, raise } from '../errors/glance-apply-error.js';
import { BundleCache } from './bundle-cache.js';
import { listSources } from './bundle-sources.js';
import { explainUnknownImport } from './explain-unknown-import.js';
import { cacheDirectories } from './private-directory.js';
import { addTypeHints } from './type-hints.js';

/** Looks at all files that a module is made of, and those above that have a say in it, before anything of it is run. */
export type Examine = (files: Iterable<string>) => Promise<void>;

/**
 * Loads a manifest's module, bundled, from the cache where nothing has changed.
 * @returns what it exports.
 */
export async function importModule(
  file: string,
  examine: Examine = async () => {},
): Promise<Readonly<Record<string, unknown>>> {
  // So that places in stacks are those of the manifest and not of its bundle.
  process.setSourceMapsEnabled(true);
  let refusal: unknown;
  for await (const directory of cacheDirectories()) {
    const cache = new BundleCache(directory, file);
    try {
      return await importThrough(cache, file, examine);
    } catch (error) {
      if (!(error instanceof NotCached)) throw error;
      refusal ??= error.cause;
    } finally {
      if (!directory.isPersistent) await rm(directory.path, { recursive: true, force: true });
    }
  }
  return raise('manifest.cache', `the bundled manifest cannot be written: ${messageOf(refusal)}`, {
    hint: 'make room on the disk of ~/.cache or of /tmp',
  });
}

/** The bundle could not be written to one folder; another may have room for it. */
class NotCached extends Error {}

async function importThrough(
  cache: BundleCache,
  file: string,
  examine: Examine,
): Promise<Readonly<Record<string, unknown>>> {
  const cached = await cache.find();
  if (cached === undefined) return load(await makeBundle(cache, file, examine), file);
  await examine(cached.sources);
  // A package that the bundle refers to may have gone or moved: then it is made again.
  return load(cached.path, file).catch(async (error) => {
    if (!isModuleNotFound(error)) throw error;
    return load(await makeBundle(cache, file, examine), file);
  });
}

async function makeBundle(cache: BundleCache, file: string, examine: Examine): Promise<string> {
  const { bundleManifest: bundle } = await import('./bundle.js');
  // The places in it are relative to where it is kept, so that it is made anew for another folder.
  const bundled = await bundle(file, cache.target);
  await examine(listSources(bundled));
  return cache.write(bundled).catch((cause: unknown) => {
    throw new NotCached('not kept', { cause });
  });
}

async function load(path: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    if (isModuleNotFound(error)) throw error;
    throw (
      (await explainUnknownImport(error, [file])) ??
      (await addTypeHints(thrownByManifest(error, 'it was loaded', file), file))
    );
  }
}

function isModuleNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
