// Makes an entry of its own of each family of types and of classes, so that a manifest loads little that it does not use.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

const namespace = 'family';

/** What every run needs, whatever its manifest declares: the language, the engine, this host, the views. */
const CORE = 'core';

/** The entries of the build by the name of their file: the core, and each folder of types or classes. */
export async function families(root, { library }) {
  const statements = new Map([[CORE, []]]);
  const files = {};
  for (const name of Object.keys(library)) {
    const origin = await originOf(join(root, 'src/index.ts'), name);
    if (origin === undefined) throw new Error(`src/index.ts exports ${name}, and no module makes it`);
    const family = familyOf(relative(root, origin.file));
    statements.set(family, [...(statements.get(family) ?? []), origin.statement]);
    files[name] = `${family}.js`;
  }
  return {
    entries: Object.fromEntries([...statements.keys()].map((family) => [family, `${namespace}:${family}`])),
    plugin: plugin(statements),
    /** Says which file exports a name: src/manifest/library-copy.ts reads it. */
    writeMap: (folder) => writeFile(join(folder, 'exports.json'), `${JSON.stringify(files, null, 2)}\n`),
    checkCore,
  };
}

/** src/resources/file/file.ts and its neighbours become file.types.js; src/classes/glance/…, glance.classes.js. */
function familyOf(file) {
  const [, room, ...folders] = dirname(file).split('/');
  if (room === 'data' && folders[0] === 'hierarchy') return 'hierarchy.data';
  // The readers and writers of other forms of catalogs: no manifest needs them.
  if (room === 'catalog' && ['node', 'puppet-format'].includes(folders[0])) return 'formats.catalog';
  if (room === 'resources') return `${folders[0] ?? 'common'}.types`;
  if (room === 'classes') return `${folders[0] ?? 'all'}.classes`;
  return CORE;
}

/** One import too many, and every run would load all types and classes again, without a word. */
function checkCore({ outputs }) {
  const starts = [`${namespace}:${CORE}`, 'src/cli/run-manifest.ts'];
  const loaded = new Set(Object.keys(outputs).filter((path) => starts.includes(outputs[path].entryPoint)));
  for (const path of loaded) {
    const { imports, inputs } = outputs[path];
    const stranger = Object.keys(inputs).find((input) => /^src\/(?:resources|classes)\//.test(input));
    if (stranger !== undefined) {
      throw new Error(`${stranger} belongs to types and classes, and is imported by what every run loads`);
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
        // Every entry imports the core, which so comes to lie in files that all of them share.
        const contents = [`import '${namespace}:${CORE}';`, ...statements.get(path)].join('\n');
        return { contents, resolveDir, loader: 'ts' };
      });
    },
  };
}

/**
 * The module that makes what is exported under a name, and the statement that exports it from there: a module that
 * passes on what others export would bring all of them along.
 */
async function originOf(file, name) {
  const text = await readFile(file, 'utf8');
  const passed = text.matchAll(/^export (\*(?: as (\w+))?|\{([^}]*)\}) from '(.+)\.js';/gm);
  for (const [, what, whole, listed, path] of passed) {
    const from = join(dirname(file), `${path}.ts`);
    if (whole === name) return { file: from, statement: `export * as ${name} from ${JSON.stringify(from)};` };
    const passesOn = what === '*' || listed?.split(',').some((one) => one.trim() === name);
    const found = passesOn ? await originOf(from, name) : undefined;
    if (found !== undefined) return found;
  }
  return new RegExp(`^export (?:abstract |async )?(?:class|const|function\\*?) ${name}\\b`, 'm').test(text)
    ? { file, statement: `export { ${name} } from ${JSON.stringify(file)};` }
    : undefined;
}
