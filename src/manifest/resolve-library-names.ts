import type { Plugin } from 'esbuild';
import { readLibraryNames } from './library-copy.js';

const namespace = 'glance-apply';

/**
 * Replaces the library's module by one that re-exports each name from its own file, so that a bundle only refers to the
 * names that the manifest imports.
 */
export const resolveLibraryNames: Plugin = {
  name: 'library-names',
  async setup(bundler) {
    const addresses = await readLibraryNames();
    if (addresses === undefined) return;
    bundler.onResolve({ filter: /^glance-apply$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace, sideEffects: false } : undefined,
    );
    bundler.onResolve({ filter: /./, namespace }, ({ path }) => ({
      path,
      external: true,
      sideEffects: false,
    }));
    const contents = [...addresses].map(
      ([name, address]) => `export { ${name} } from ${JSON.stringify(address)};`,
    );
    bundler.onLoad({ filter: /./, namespace }, () => ({ contents: contents.join('\n'), loader: 'js' }));
  },
};
