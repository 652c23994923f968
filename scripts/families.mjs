// Creates an entry for each family of types and of classes, so that a manifest loads little that it does not use.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

const namespace = 'family';

/** What every run needs, whatever its manifest declares: compiler, engine, local host, views. */
const CORE = 'core';

/** Returns the entries of the build by file name: the core, and each folder of types or classes. */
export async function families(root, { library }) {
  const statements = new Map([[CORE, []]]);
  const files = {};
  for (const name of Object.keys(library)) {
    const origin = await findOrigin(join(root, 'src/index.ts'), name);
    if (origin === undefined) throw new Error(`src/index.ts exports ${name}, but no module defines it`);
    const family = familyOf(relative(root, origin.file));
    statements.set(family, [...(statements.get(family) ?? []), origin.statement]);
    files[name] = `${family}.js`;
  }
  return {
    entries: Object.fromEntries([...statements.keys()].map((family) => [family, `${namespace}:${family}`])),
    plugin: plugin(statements),
    /** Writes which file exports which name, for src/manifest/library-copy.ts. */
    writeMap: (folder) => writeFile(join(folder, 'exports.json'), `${JSON.stringify(files, null, 2)}\n`),
    checkCore,
  };
}

/** Returns `file.types` for the files of src/resources/file, `glance.classes` for those of src/classes/glance. */
function familyOf(file) {
  const [, room, ...folders] = dirname(file).split('/');
  if (room === 'data' && folders[0] === 'hierarchy') return 'hierarchy.data';
  // The readers and writers of other formats of catalogs: no manifest needs them.
  if (room === 'catalog' && ['node', 'puppet-format'].includes(folders[0])) return 'formats.catalog';
  if (room === 'resources') return `${folders[0] ?? 'common'}.types`;
  if (room === 'classes') return `${folders[0] ?? 'all'}.classes`;
  return CORE;
}

/** Fails if the core imports a type or class: every run would load all of them, unnoticed. */
function checkCore({ outputs }) {
  const starts = [`${namespace}:${CORE}`, 'src/cli/run-manifest.ts'];
  const loaded = new Set(Object.keys(outputs).filter((path) => starts.includes(outputs[path].entryPoint)));
  for (const path of loaded) {
    const { imports, inputs } = outputs[path];
    const offender = Object.keys(inputs).find((input) => /^src\/(?:resources|classes)\//.test(input));
    if (offender !== undefined) {
      throw new Error(`${offender} must not be loaded by every run: remove the import of it from the core`);
    }
    for (const { path: other, kind } of imports) {
      if (kind === 'import-statement' && Object.hasOwn(outputs, other)) loaded.add(other);
    }
  }
}

function plugin(statements) {
  return {
    name: namespace,
    setup(bundler) {
      const resolveDir = bundler.initialOptions.absWorkingDir;
      bundler.onResolve({ filter: new RegExp(`^${namespace}:`) }, ({ path }) => ({
        path: path.slice(namespace.length + 1),
        namespace,
      }));
      bundler.onLoad({ filter: /./, namespace }, ({ path }) => {
        // Every entry imports the core, so that esbuild puts it into files that all entries share.
        const contents = [`import '${namespace}:${CORE}';`, ...statements.get(path)].join('\n');
        return { contents, resolveDir, loader: 'ts' };
      });
    },
  };
}

/**
 * Returns the module that defines an export, and the statement that exports it from there: a module that re-exports the
 * exports of others would load all of them.
 */
async function findOrigin(file, name) {
  const text = await readFile(file, 'utf8');
  const reexports = text.matchAll(/^export (\*(?: as (\w+))?|\{([^}]*)\}) from '(.+)\.js';/gm);
  for (const [, what, whole, listed, path] of reexports) {
    const from = join(dirname(file), `${path}.ts`);
    if (whole === name) return { file: from, statement: `export * as ${name} from ${JSON.stringify(from)};` };
    const isReexported = what === '*' || listed?.split(',').some((one) => one.trim() === name);
    const found = isReexported ? await findOrigin(from, name) : undefined;
    if (found !== undefined) return found;
  }
  return new RegExp(`^export (?:abstract |async )?(?:class|const|function\\*?) ${name}\\b`, 'm').test(text)
    ? { file, statement: `export { ${name} } from ${JSON.stringify(file)};` }
    : undefined;
}
