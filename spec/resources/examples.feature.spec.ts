import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { checkTypes } from '../../src/cli/check-types.js';
import { toTypeName } from '../../src/cli/to-typescript-name.js';
import { readTypeExample } from '../../src/cli/type-example.js';
import * as library from '../../src/index.js';
import { loadManifest } from '../../src/manifest/index.js';
import { platform } from '../../src/testing/index.js';

/** A manifest as a user writes it, whose body is an example. */
function toManifest(example: string): string {
  const words = new Set(example.match(/(?<![.\w])[A-Za-z]\w*/g));
  const imports = ['manifest', ...Object.keys(library).filter((name) => words.has(name))];
  return [
    `import { ${imports.join(', ')} } from 'glance-apply';`,
    'export default manifest((site) => {',
    example,
    '});',
    '',
  ].join('\n');
}

/**
 * The project of the manifests. They are checked against the types that the package publishes, as those of users are;
 * checking against the sources would take ten times as long.
 */
function toProject(): string {
  const published = (entry: string) => [fileURLToPath(new URL(`../../dist/types/${entry}`, import.meta.url))];
  return JSON.stringify({
    compilerOptions: {
      strict: true,
      target: 'es2023',
      lib: ['es2023'],
      module: 'preserve',
      types: [],
      paths: { 'glance-apply': published('index.d.ts'), 'glance-apply/testing': published('testing.d.ts') },
    },
  });
}

describe('the examples of native types', () => {
  const types = [...library.vocabulary.types.keys()];
  /** The manifests, by the name of the type. */
  const manifests = new Map<string, string>();
  const missing: string[] = [];
  const environment = { ...process.env };
  let folder: string;

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'examples-')));
    process.env.XDG_CACHE_HOME = join(folder, 'cache');
    await writeFile(join(folder, 'tsconfig.json'), toProject());
    for (const name of types) {
      const example = await readTypeExample(name, toTypeName(name));
      if (example === undefined) {
        missing.push(name);
        continue;
      }
      const file = join(folder, `${name}.ts`);
      await writeFile(file, toManifest(example));
      manifests.set(name, file);
      // A value that attributes for passwords accept, and those for hashes of passwords.
      for (const [, variable = ''] of example.matchAll(/secret\.env\('(\w+)'\)/g))
        process.env[variable] = '$6$salt$hash';
    }
  });

  after(async () => {
    process.env = environment;
    await rm(folder, { recursive: true });
  });

  it('exist for every type', () => {
    expect(missing).to.deep.equal([]);
  });

  it('have the right types', async () => {
    const all = join(folder, 'all.ts');
    const imports = [...manifests.values()].map((file) => `import './${basename(file)}';\n`);
    await writeFile(all, imports.join(''));
    const { compiler, diagnostics } = await checkTypes(all);
    expect(compiler).to.be.a('string');
    expect(
      diagnostics.map(
        ({ location, message }) => `${basename(location?.file ?? '')}:${location?.line}: ${message}`,
      ),
    ).to.deep.equal([]);
  });

  it('compile, each into a catalog that has a resource of the type', async () => {
    const wrong: string[] = [];
    // Loading is most of the work, and waits for processes.
    const loads = [...manifests].map(([name, file]) => [name, loadManifest(file)] as const);
    await Promise.allSettled(loads.map(([, load]) => load));
    for (const [name, load] of loads) {
      try {
        const catalog = await (await load).compile({ facts: platform('debian-12').facts });
        if (!catalog.resources.some(({ type }) => type === name)) wrong.push(`${name}: not declared`);
        for (const { message } of catalog.warnings) wrong.push(`${name}: ${message}`);
      } catch (error) {
        wrong.push(`${name}: ${(error as Error).message}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });
});
