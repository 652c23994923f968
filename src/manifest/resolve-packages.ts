import { isBuiltin } from 'node:module';
import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImportKind, OnResolveResult, Plugin } from 'esbuild';
import { thisCopy } from '../errors/this-copy.js';
import { findLibraryEntry } from './library-copy.js';

const ownRequest = { resolving: true };

/**
 * Leaves packages out of the bundle, under the address of the file that the manifest's own folder resolves them
 * to, since the bundle itself lies elsewhere. Packages of a workspace, which lie outside of `node_modules`, and
 * those that ship TypeScript alone are bundled.
 * @param left Filled while the bundle is built: the files of packages that are left out.
 */
export const resolvePackages = (left: Set<string>): Plugin => ({
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
      left.add(found.path);
      return { path: formatAddress(found.path, kind), external: true };
    });
  },
});

/** Whether Node can load the file itself, and should: a package's, or this library's own. */
function isLoadable(file: string): boolean {
  if (file.startsWith(thisCopy.folder)) return true;
  return file.includes(`${sep}node_modules${sep}`) && /\.(?:[cm]?js|node)$/.test(file);
}

function formatAddress(file: string, kind: ImportKind): NonNullable<OnResolveResult['path']> {
  return kind.startsWith('require') ? file : pathToFileURL(file).href;
}
