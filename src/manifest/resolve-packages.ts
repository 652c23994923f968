import { isBuiltin } from 'node:module';
import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImportKind, OnResolveResult, Plugin } from 'esbuild';
import { thisCopy } from '../errors/this-copy.js';
import { findLibraryEntry } from './library-copy.js';

const ownRequest = { resolving: true };

/**
 * Marks packages as external, under the URL of the file that they resolve to from the manifest's own folder, because
 * the bundle itself is elsewhere. Packages of a workspace, which are outside of `node_modules`, and those that only
 * ship TypeScript are bundled.
 * @param externals Filled during the build: the files of packages that are not bundled.
 */
export const resolvePackages = (externals: Set<string>): Plugin => ({
  name: 'packages',
  setup(bundler) {
    bundler.onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === ownRequest) return undefined;
      if (isBuiltin(path)) return { path, external: true };
      const own = findLibraryEntry(path);
      if (own !== undefined) return { path: own, external: true };

      const found = await bundler.resolve(path, { kind, importer, resolveDir, pluginData: ownRequest });
      if (found.errors.length > 0 || found.external) return found;
      if (!isLoadable(found.path)) return found;
      externals.add(found.path);
      return { path: formatAddress(found.path, kind), external: true };
    });
  },
});

/** Whether Node can and should load the file itself: a file of a package, or of this library. */
function isLoadable(file: string): boolean {
  if (file.startsWith(thisCopy.folder)) return true;
  return file.includes(`${sep}node_modules${sep}`) && /\.(?:[cm]?js|node)$/.test(file);
}

function formatAddress(file: string, kind: ImportKind): NonNullable<OnResolveResult['path']> {
  return kind.startsWith('require') ? file : pathToFileURL(file).href;
}
