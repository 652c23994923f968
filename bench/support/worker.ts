import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Workspace } from './workspace.js';

const built = {
  'glance-apply': new URL('../../dist/index.js', import.meta.url).href,
  'glance-apply/testing': new URL('../../dist/testing.js', import.meta.url).href,
};

/**
 * Compiles a worker of bench/workers so that plain Node runs it with the built library; returns its path. For what only
 * a program that uses the library can measure.
 */
export async function buildWorker(workspace: Workspace, name: string): Promise<string> {
  const outfile = workspace.file(`${name}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL(`../workers/${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    plugins: [
      {
        name: 'built library',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^glance-apply(\/testing)?$/ }, ({ path }) => ({
            path: built[path as keyof typeof built],
            external: true,
          })),
      },
    ],
  });
  return outfile;
}
