// Loads the library from its sources, for the parts of the build that need its definitions.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const contents = `
  export * as library from './src/index.ts';
  export { metaparameters } from './src/catalog/metaparameter-table.ts';
  export { schemaKey } from './src/catalog/values/precompiled.ts';`;

/** Returns the exports of the library, the metaparameters, and the function that names validators. */
export async function loadSources(root, options) {
  const bundled = join(root, 'node_modules/.cache', `sources.${process.pid}.mjs`);
  try {
    await build({ ...options, stdin: { contents, resolveDir: root, loader: 'ts' }, outfile: bundled });
    return await import(pathToFileURL(bundled).href);
  } finally {
    await rm(bundled, { force: true });
  }
}
