import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, raise } from '../errors/glance-apply-error.js';
import { ABSENT, type BundleInputs } from './bundle-sources.js';
import { explainBuildFailure } from './explain-build-failure.js';
import { checksum, locationNames, preserveLocations } from './preserve-locations.js';
import { resolveLibraryNames } from './resolve-library-names.js';
import { resolvePackages } from './resolve-packages.js';

/** A manifest with all its modules in one file. */
export interface Bundle extends BundleInputs {
  readonly code: string;
}

/**
 * Bundles a manifest's module with esbuild, which is loaded only here: it is not needed while the cache is valid.
 * @param outfile The path of the code; its source map is relative to it.
 * @throws {GlanceApplyError} for syntax errors and unresolved imports, all at once.
 */
export async function bundleManifest(file: string, outfile: string): Promise<Bundle> {
  const esbuild = await loadEsbuild();
  const checksums = new Map<string, string>();
  const packages = new Set<string>();
  const folder = dirname(file);
  try {
    const { outputFiles } = await esbuild.build({
      absWorkingDir: folder,
      entryPoints: [file],
      outfile,
      write: false,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: `node${process.versions.node}`,
      // The condition 'module' is for bundlers: Node cannot load the files that it resolves to.
      conditions: [],
      // Messages contain class names.
      keepNames: true,
      sourcemap: 'inline',
      sourcesContent: false,
      define: locationNames,
      banner: { js: requireBanner(file) },
      plugins: [resolveLibraryNames, resolvePackages(packages), preserveLocations(checksums)],
      logLevel: 'silent',
    });
    const code = outputFiles[0]?.text ?? '';
    const inputs = { ...Object.fromEntries(checksums), ...(await checksumConfigFiles(checksums.keys())) };
    return { code, inputs, packages: [...packages] };
  } catch (error) {
    throw await explainBuildFailure(error, file);
  }
}

async function loadEsbuild(): Promise<typeof import('esbuild')> {
  try {
    return await import('esbuild');
  } catch (error) {
    return raise('manifest.esbuild', `cannot load esbuild, which bundles manifests: ${messageOf(error)}`, {
      hint: 'reinstall the package with its optional dependencies (npm ci)',
    });
  }
}

/** CommonJS modules in a bundle call `require` for packages, which ES modules have to create. */
function requireBanner(file: string): string {
  return `import { createRequire as __glance_apply_require } from 'node:module'; const require = __glance_apply_require(${JSON.stringify(file)});`;
}

/** esbuild and Node read these files in the folders of sources and in those above. */
const CONFIG_FILES = ['tsconfig.json', 'package.json'];

/** Returns the checksums of the configuration files that apply to some files, including those that do not exist. */
async function checksumConfigFiles(files: Iterable<string>): Promise<Record<string, string>> {
  const candidates = new Set<string>();
  for (const file of files) {
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      const all = CONFIG_FILES.map((name) => join(folder, name));
      if (all.some((candidate) => candidates.has(candidate))) break;
      for (const candidate of all) candidates.add(candidate);
      if (folder === dirname(folder)) break;
    }
  }
  const read = async (path: string) => [path, await readFile(path).then(checksum, () => ABSENT)] as const;
  return Object.fromEntries(await Promise.all([...candidates].map(read)));
}
