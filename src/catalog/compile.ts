import { problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { buildCatalog } from './build-catalog.js';
import type { Catalog } from './catalog.js';
import { Compilation, type CompileOptions } from './compilation.js';
import { isManifest, type Manifest } from './manifest.js';
import { Position } from './position.js';

/**
 * Compiles a manifest into a catalog.
 * @throws {GlanceApplyError} with every complaint about the manifest, not the first alone.
 */
export async function compile(manifest: Manifest, options: CompileOptions = {}): Promise<Catalog> {
  if (!isManifest(manifest)) {
    throw new GlanceApplyError(
      problem('manifest.form', 'this is no manifest', {
        hint: "a manifest is made by manifest((site) => { … }) from 'glance-apply'",
      }),
    );
  }
  const compilation = new Compilation(options, new Position(compile));
  await manifest.body(compilation.site);
  compilation.declareWaiting();
  return buildCatalog(compilation);
}
