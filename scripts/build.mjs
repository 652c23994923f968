// Builds dist/ from src/: few files that start fast, their types, and validators compiled ahead of time.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { declarations } from './declarations.mjs';
import { families } from './families.mjs';
import { loadSources } from './load-sources.mjs';
import { namedExports } from './named-exports.mjs';
import { precompiledValidators } from './precompiled-validators.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
// Built beside the old one and moved over it at the end, so that a build that fails leaves what worked.
const staging = join(root, 'node_modules/.cache', `dist.${process.pid}`);

const options = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Only what cannot be bundled: a program with its own binary, what user-made types alone need, and the chai of those
  // who import 'glance-apply/testing', which has to be theirs.
  external: ['esbuild', 'ajv', 'chai'],
  // Bundled CommonJS packages call `require` for Node's own modules; ES modules have none unless it is made.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

async function main() {
  const started = performance.now();
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  try {
    // Both are waited for even where one fails: what the other still writes has to be cleared away.
    const sources = await loadSources(root, options);
    const parts = await Promise.allSettled([
      bundle(sources),
      declarations(root, join(staging, 'types'), sources.library),
    ]);
    for (const { reason } of parts) if (reason !== undefined) throw reason;
    await replace(dist, staging);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  await linkCommand();
  console.log(`built dist in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

async function bundle(sources) {
  const entries = {
    index: 'src/index.ts',
    testing: 'src/testing/index.ts',
    'glance-apply': 'src/cli/glance-apply.ts',
  };
  const byFamily = await families(root, sources);
  const { metafile } = await build({
    ...options,
    entryPoints: {
      ...Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(join(root, path)))),
      ...byFamily.entries,
    },
    outdir: staging,
    // All in one folder: what lies in it is the library, which is how a stack tells its frames from a user's.
    chunkNames: '[name]-[hash]',
    splitting: true,
    // Names of classes are part of messages.
    keepNames: true,
    // A third of what would be installed is white space. Lines stay short, because traces show them.
    minifyWhitespace: true,
    lineLimit: 120,
    legalComments: 'eof',
    metafile: true,
    plugins: [
      byFamily.plugin,
      await precompiledValidators(root, sources),
      namedExports(root, options.external),
    ],
  });
  byFamily.checkCore(metafile);
  await byFamily.writeMap(staging);
  await writeFile(join(staging, 'THIRD-PARTY-NOTICES'), await thirdPartyNotices(root, metafile));
  // What the library reads or starts by its name, beside its own code.
  for (const path of [
    'src/cli/watchdog-worker.cjs',
    'src/data/options/glance-options.json',
    'src/views/html/catalog-page.css',
    'src/views/html/catalog-page.browser.js',
  ])
    await copyFile(join(root, path), join(staging, basename(path)));
  await chmod(join(staging, 'glance-apply.js'), 0o755);
}

async function replace(old, fresh) {
  const aside = `${fresh}.old`;
  if (existsSync(old)) await rename(old, aside);
  await rename(fresh, old);
  await rm(aside, { recursive: true, force: true });
}

/** In a clone, `npx glance-apply` finds the command only where npm would link that of a dependency. */
async function linkCommand() {
  const bin = join(root, 'node_modules/.bin');
  if (!existsSync(bin)) return;
  const link = join(bin, 'glance-apply');
  await rm(link, { force: true });
  await symlink(relative(bin, join(dist, 'glance-apply.js')), link);
}

await main();
