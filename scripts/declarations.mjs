// Writes the published types: one file per entry of the package, with a comment on each attribute.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { documentAttributes } from './document-attributes.mjs';

/**
 * Writes `index.d.ts` and `testing.d.ts` into a folder. Does not check types; `npm run check` does.
 * @param library The exports of the library, whose definitions contain the texts of the comments.
 */
export async function declarations(root, folder, library) {
  // Not below node_modules, where every module counts as external.
  const separate = await mkdtemp(join(tmpdir(), 'declarations-'));
  try {
    // Several checkers emit the members of inferred types in an order that differs from build to build.
    const compilation = ['-p', 'tsconfig.build.json', '--noCheck', '--checkers', '1'];
    await run(root, [...compilation, '--outDir', separate]);
    const main = await rollUp(separate, 'index.d.ts');
    const testing = await rollUp(separate, 'testing/index.d.ts', main.modules);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.d.ts'), documentAttributes(main.code, library));
    await writeFile(join(folder, 'testing.d.ts'), importFromMainEntry(testing.code));
  } finally {
    await rm(separate, { recursive: true, force: true });
  }
}

/**
 * Combines the declarations of a module and of its imports in one file.
 * @param published Modules whose names the main entry exports: they are imported from it, so that both entries have the
 * same types.
 */
async function rollUp(folder, entry, published = new Set()) {
  const bundle = await rollup({
    input: join(folder, entry),
    plugins: [fromMainEntry(folder, published), dts()],
    external: ['chai', /^node:/],
    onwarn(warning, print) {
      // A private type is not an error by itself: the API report shows which ones exist.
      if (warning.code === 'PLUGIN_WARNING' && warning.message.includes('private shared type')) return;
      print(warning);
    },
  });
  try {
    const { output } = await bundle.generate({ format: 'es' });
    const [{ code, moduleIds }] = output;
    return { code, modules: new Set(moduleIds) };
  } finally {
    await bundle.close();
  }
}

/** A placeholder for the main entry until it is known whether a name is exported directly or in a namespace. */
const mainEntry = 'main-entry:';

function fromMainEntry(folder, published) {
  return {
    name: 'from-main-entry',
    async resolveId(source, importer) {
      if (importer === undefined || published.size === 0) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      if (resolved === null || !published.has(resolved.id)) return null;
      return { id: `${mainEntry}${relative(folder, resolved.id)}`, external: true };
    },
  };
}

/** Modules whose names the main entry exports as members of a namespace. */
const namespaces = [{ modules: /^hosts\//, name: 'hosts' }];

/** Replaces the placeholder by imports of the main entry, and names of a namespace by members of it. */
function importFromMainEntry(code) {
  const used = new Set();
  const statement = new RegExp(`^import \\{ (.*) \\} from '${mainEntry}(.*)';$`, 'gm');
  const imported = code.replace(statement, (_, names, module) => {
    const namespace = namespaces.find(({ modules }) => modules.test(module))?.name;
    if (namespace === undefined) return `import { ${names} } from './index.js';`;
    used.add(namespace);
    return names
      .split(', ')
      .map((one) => one.split(' as '))
      .map(([name, local = name]) => `type ${local} = ${namespace}.${name};`)
      .join('\n');
  });
  const all = [...used].map((name) => `import { ${name} } from './index.js';\n`).join('');
  return `${all}${imported}`;
}

function run(root, args) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiler, ...args], { cwd: root, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (status) =>
      status === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with status ${status}`)),
    );
  });
}
