// Loads the library from its sources as they are, for what the build has to ask it.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const contents = `
  export * as library from './src/index.ts';
  export { metaparameters } from './src/catalog/metaparameter-table.ts';
  export { schemaKey } from './src/catalog/values/precompiled.ts';`;

/** All that the library exports, what every resource takes, and how its validators are named. */
export async function loadSources(root, options) {
  const bundled = join(root, 'node_modules/.cache', `sources.${process.pid}.mjs`);
  try {
    await build({ ...options, stdin: { contents, resolveDir: root, loader: 'ts' }, outfile: bundled });
    return await import(pathToFileURL(bundled).href);
  } finally {
    await rm(bundled, { force: true });
  }
}
