// Builds dist/ from src/: few files that start fast, their types, and validators compiled ahead of time.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { declarations } from './declarations.mjs';
import { families } from './families.mjs';
import { loadSources } from './load-sources.mjs';
import { namedExports } from './named-exports.mjs';
import { precompiledValidators } from './precompiled-validators.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';
import { unusedModules } from './unused-modules.mjs';
import { withoutNativeCode } from './without-native-code.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
// Built in a separate directory that replaces dist/ at the end, so that a failed build leaves the previous one intact.
const staging = join(root, 'node_modules/.cache', `dist.${process.pid}`);

const options = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Only what cannot be bundled: a package with a binary, a package that only types outside the library need, and chai,
  // because 'glance-apply/testing' must use the chai of its importer.
  external: ['esbuild', 'ajv', 'chai'],
  // Bundled CommonJS packages call `require` for Node's built-in modules; in ES modules it must be created.
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
    // Waits for both even if one fails: the staging directory can only be removed when neither writes to it.
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
    // All in one folder: source locations skip the stack frames of files in it.
    chunkNames: '[name]-[hash]',
    splitting: true,
    // Names of classes are part of messages.
    keepNames: true,
    // A third of the size would be white space. Lines stay short, because stack traces display them.
    minifyWhitespace: true,
    lineLimit: 120,
    // Tables of characters would be twice as long with escapes.
    charset: 'utf8',
    legalComments: 'eof',
    metafile: true,
    plugins: [
      byFamily.plugin,
      await precompiledValidators(root, sources),
      namedExports(root, options.external),
      withoutNativeCode,
      unusedModules(),
    ],
  });
  byFamily.checkCore(metafile);
  await byFamily.writeMap(staging);
  await writeFile(join(staging, 'THIRD-PARTY-NOTICES'), await thirdPartyNotices(root, metafile));
  // Files that the library reads or starts by name, next to its own code.
  for (const path of [
    'src/cli/watchdog-worker.cjs',
    'src/resources/glance/options/glance-options.json',
    'src/views/html/catalog-page.css',
    'src/views/html/catalog-page.browser.js',
    ...(await targetProgram()),
  ])
    await copyFile(join(root, path), join(staging, basename(path)));
  await chmod(join(staging, 'glance-apply.js'), 0o755);
}

/** The program that a host behind SSH runs. */
async function targetProgram() {
  const folder = 'src/hosts/ssh/target';
  return (await readdir(join(root, folder)))
    .filter((name) => name.endsWith('.sh'))
    .map((name) => `${folder}/${name}`);
}

async function replace(old, fresh) {
  const aside = `${fresh}.old`;
  if (existsSync(old)) await rename(old, aside);
  await rename(fresh, old);
  await rm(aside, { recursive: true, force: true });
}

/** Links the command where npm links those of dependencies, so that `npx glance-apply` finds it in a clone. */
async function linkCommand() {
  const bin = join(root, 'node_modules/.bin');
  if (!existsSync(bin)) return;
  const link = join(bin, 'glance-apply');
  await rm(link, { force: true });
  await symlink(relative(bin, join(dist, 'glance-apply.js')), link);
}

await main();
