import { GlanceApplyError, raise } from '../errors/glance-apply-error.js';
import { buildCatalog } from './build-catalog.js';
import type { Catalog } from './catalog.js';
import { Compilation, type CompileOptions } from './compilation.js';
import { Compiler } from './compiler.js';
import { createSite } from './container.js';
import { diagnoseManifestError } from './diagnose-manifest-error.js';
import { isThenable } from './is-thenable.js';
import { isManifest, type Manifest } from './manifest.js';
import { PendingWork } from './pending-work.js';
import { Position } from './position.js';
import type { Scope } from './scope.js';
import { diagnoseUnfinished } from './unfinished.js';

/**
 * Compiles a manifest into a catalog.
 * @throws {GlanceApplyError} with every error in the manifest, not just the first one.
 */
export async function compile(manifest: Manifest, options: CompileOptions = {}): Promise<Catalog> {
  if (!isManifest(manifest)) {
    return raise('manifest.form', 'compile was called with a value that is not a manifest', {
      hint: "pass the result of manifest((site) => { … }), with manifest from 'glance-apply'",
    });
  }
  const compilation = new Compilation(options);
  const compiler = new Compiler(compilation);
  const site = createSite(compiler, new Position(compile));
  const { late } = compilation.seal;
  const work = new PendingWork();
  try {
    const catalog = await work.watch(() => declareAll(manifest, compiler, site));
    const unfinished = await work.waitForEnd(() => late.length > 0);
    if (late.length > 0) throw new GlanceApplyError(late);
    if (unfinished !== undefined) throw new GlanceApplyError(diagnoseUnfinished(unfinished));
    return catalog;
  } finally {
    work.stop();
  }
}

/**
 * Calls the manifest, and builds the catalog when it has declared everything. Only an async function is awaited: the
 * work that any other function starts has not yet declared anything when the catalog is built, whatever the timing.
 */
function declareAll(manifest: Manifest, compiler: Compiler, site: Scope): Catalog | Promise<Catalog> {
  let returned: unknown;
  try {
    returned = manifest.body(site);
  } catch (error) {
    throw withEarlierErrors(error, compiler.compilation);
  }
  return isThenable(returned) ? declareAfterAwait(returned, compiler, site) : finish(compiler, site);
}

async function declareAfterAwait(
  body: PromiseLike<unknown>,
  compiler: Compiler,
  site: Scope,
): Promise<Catalog> {
  try {
    await body;
  } catch (error) {
    throw withEarlierErrors(error, compiler.compilation);
  }
  return finish(compiler, site);
}

/** Runs synchronously, so that nothing can be declared in between. */
function finish(compiler: Compiler, site: Scope): Catalog {
  try {
    compiler.declarePending();
    return buildCatalog(compiler, site).catalog;
  } finally {
    compiler.compilation.seal.close();
  }
}

/** Adds the errors that were found before the manifest threw: they remain true, and may be the reason why it threw. */
function withEarlierErrors(error: unknown, { diagnostics }: Compilation): unknown {
  const found = diagnostics.filter(({ severity }) => severity === 'error');
  if (found.length === 0) return error;
  const thrown = diagnoseManifestError(error, 'it was compiled');
  return new GlanceApplyError([...found, ...thrown.diagnostics], { cause: error });
}
