import type { Plugin } from 'esbuild';
import { readLibraryNames } from './library-copy.js';

const namespace = 'glance-apply';

/**
 * Puts a module in the place of this library's that has each of its names from where it comes from: what a manifest
 * does not import, its bundle does not mention.
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
