import { problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { buildCatalog } from './build-catalog.js';
import type { Catalog } from './catalog.js';
import { Compilation, type CompileOptions } from './compilation.js';
import { isManifest, type Manifest } from './manifest.js';
import { Position } from './position.js';
import { thrownByManifest } from './thrown-by-manifest.js';

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
  try {
    await manifest.body(compilation.site);
  } catch (error) {
    throw withComplaints(error, compilation);
  }
  compilation.declareWaiting();
  return buildCatalog(compilation);
}

/** What was found before the manifest threw is no less true, and may be why it did. */
function withComplaints(error: unknown, { diagnostics }: Compilation): unknown {
  const found = diagnostics.filter(({ severity }) => severity === 'error');
  if (found.length === 0) return error;
  const thrown = thrownByManifest(error, 'compiled');
  return new GlanceApplyError([...found, ...thrown.diagnostics], { cause: error });
}
