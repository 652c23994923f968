import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { diagnoseManifestError } from '../catalog/diagnose-manifest-error.js';
import { messageOf, raise } from '../errors/glance-apply-error.js';
import { BundleCache } from './bundle-cache.js';
import { listSources } from './bundle-sources.js';
import { cacheDirectories } from './cache-directories.js';
import { explainUnknownImport } from './explain-unknown-import.js';
import { addTypeHints } from './type-hints.js';

/** Checks all sources of a module, and the files above that affect it, before any of them runs. */
export type Examine = (files: Iterable<string>) => Promise<void>;

/**
 * Loads a manifest's module as a bundle, from the cache if nothing has changed.
 * @returns its exports.
 */
export async function importModule(
  file: string,
  examine: Examine = async () => {},
): Promise<Readonly<Record<string, unknown>>> {
  // Stack traces then show locations in the manifest instead of its bundle.
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
  return raise('manifest.cache', `cannot write the bundled manifest: ${messageOf(refusal)}`, {
    hint: 'free space on the disk of ~/.cache or /tmp',
  });
}

/** Thrown if the bundle cannot be written to a folder; another may have space. */
class NotCached extends Error {}

async function importThrough(
  cache: BundleCache,
  file: string,
  examine: Examine,
): Promise<Readonly<Record<string, unknown>>> {
  const cached = await cache.find();
  if (cached === undefined) return load(await makeBundle(cache, file, examine), file);
  await examine(cached.sources);
  // A package that the bundle loads may have been removed or moved: then it is built again.
  return load(cached.path, file).catch(async (error) => {
    if (!isModuleNotFound(error)) throw error;
    return load(await makeBundle(cache, file, examine), file);
  });
}

async function makeBundle(cache: BundleCache, file: string, examine: Examine): Promise<string> {
  const { bundleManifest } = await import('./bundle.js');
  // Its source map is relative to its folder, so each folder needs its own bundle.
  const bundled = await bundleManifest(file, cache.target);
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
      (await addTypeHints(diagnoseManifestError(error, 'it was loaded', file), file))
    );
  }
}

function isModuleNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
