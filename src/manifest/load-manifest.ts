import { readFile } from 'node:fs/promises';
import type { Catalog } from '../catalog/catalog.js';
import type { CompileOptions } from '../catalog/compilation.js';
import { compile } from '../catalog/compile.js';
import { diagnoseManifestError } from '../catalog/diagnose-manifest-error.js';
import { refuseDeepNesting } from '../data/nesting.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { type ManifestTrust, refuseUntrusted } from '../hosts/refuse-untrusted.js';
import { findDefaultExport } from './find-default-export.js';
import { findManifest, type ManifestKind } from './find-manifest.js';
import { type Examine, importModule } from './import-module.js';
import { readNodeFile } from './read-node-file.js';
import { addTypeHints } from './type-hints.js';

/** A manifest that has been loaded and can be compiled for any number of nodes. */
export interface LoadedManifest {
  /** Its absolute path. */
  readonly file: string;
  readonly kind: ManifestKind;
  /**
   * Compiles it for a node.
   * @throws {GlanceApplyError} with every problem in it, each with its location.
   */
  compile(options?: CompileOptions): Promise<Catalog>;
}

/** Options for loading a manifest. */
export interface LoadOptions {
  /** Which manifests root may run. @default 'own' */
  readonly trust?: ManifestTrust | undefined;
}

/**
 * Loads a manifest: a TypeScript or JavaScript module, a node file, or a catalog in Puppet's JSON format. Modules are
 * bundled with esbuild and cached by content below `$XDG_CACHE_HOME` or `~/.cache`; their types are not checked.
 * @throws {GlanceApplyError} if it does not exist, does not parse, throws or is not a manifest, or if root runs it and
 * other users can modify it.
 */
export async function loadManifest(
  path: string,
  { trust = 'own' }: LoadOptions = {},
): Promise<LoadedManifest> {
  const { file, kind } = await findManifest(path);
  const examine = (files: Iterable<string>) => refuseUntrusted('run a manifest', files, trust);
  await examine([path, file]);
  const compileWith = await compilers[kind](file, examine);
  return {
    file,
    kind,
    async compile(options = {}) {
      try {
        return await compileWith(options);
      } catch (error) {
        const hasLocation =
          GlanceApplyError.is(error) && error.diagnostics.every(({ location }) => location !== undefined);
        throw await addTypeHints(
          hasLocation ? error : diagnoseManifestError(error, 'it was compiled', file),
          file,
        );
      }
    },
  };
}

type Compiler = (options: CompileOptions) => Promise<Catalog>;

const compilers: Readonly<Record<ManifestKind, (file: string, examine: Examine) => Promise<Compiler>>> = {
  async module(file, examine) {
    const manifest = findDefaultExport(await importModule(file, examine), file);
    return (options) => compile(manifest, options);
  },
  async node(file) {
    const { manifest, parameters } = await readNodeFile(file);
    return (options) =>
      compile(manifest, { ...options, parameters: { ...parameters, ...options.parameters } });
  },
  async catalog(file) {
    const [text, { fromPuppetCatalog }, { vocabulary }] = await Promise.all([
      readFile(file, 'utf8'),
      import('../catalog/puppet-format/index.js'),
      import('../classes/vocabulary.js'),
    ]);
    await refuseDeepNesting(text, file, 'json');
    return async (options) => fromPuppetCatalog(text, { ...options, types: vocabulary.types, file });
  },
};
