import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { runNode } from '../cli/own-process.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Copies of the build, as npm would lay them out; `npm run build` makes it. */
class Packages {
  private constructor(readonly folder: string) {}

  static async open(): Promise<Packages> {
    return new Packages(await realpath(await mkdtemp(join(tmpdir(), 'copies-'))));
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  /** Puts a copy of the library with this version into a folder's node_modules. */
  async install(folder: string, version: string): Promise<string> {
    const target = join(this.folder, folder, 'node_modules/glance-apply');
    await cp(join(root, 'dist'), join(target, 'dist'), {
      recursive: true,
      filter: (path) => !path.includes('/dist/types') && !path.includes('/dist/docs'),
    });
    const description = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    await writeFile(join(target, 'package.json'), JSON.stringify({ ...description, version }));
    await mkdir(join(target, 'node_modules'));
    for (const name of ['ajv', 'esbuild'])
      await symlink(join(root, 'node_modules', name), join(target, 'node_modules', name));
    return target;
  }

  async write(path: string, content: string): Promise<string> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    return file;
  }

  /** A package with a native type, its provider, a class and a defined type of its own. */
  async writeModule(project: string): Promise<void> {
    const folder = `${project}/node_modules/third`;
    await this.write(`${folder}/package.json`, '{"name":"third","type":"module","exports":"./index.js"}');
    await this.write(
      `${folder}/index.js`,
      `import { classType, definedType, File, nativeType, property, provide, title, Unreadable, value } from 'glance-apply';
class Note extends nativeType('note', { path: title('Where.'), text: property(value.string, 'What.') }, { doc: 'A note.' }) {}
provide(Note, {
  read: async ({ host }, notes) => {
    const contents = await host.files.read(notes.map(({ name }) => name));
    return new Map(notes.map(({ title }, at) => [title, contents[at] === undefined ? new Unreadable('it is not there', false, true) : { text: String(contents[at]) }]));
  },
  change: async ({ host }, { name, desired }) => host.files.write(name, desired.text, { mode: 0o644 }),
});
class Pair extends definedType('third::pair', {}, { doc: 'Two files.' }) {
  declare() { new File(this, this.title + '.one', { content: '1' }); new File(this, this.title + '.two', { content: '2' }); }
}
class All extends classType('third', {}, { doc: 'A pair.' }) {
  declare() { new Pair(this, ${JSON.stringify(join(this.folder, 'made'))}); }
}
export { All, Note, Pair };
`,
    );
  }

  /** A manifest that uses the package, and its resources as targets of relations. */
  writeManifest(project: string): Promise<string> {
    return this.write(
      `${project}/site.ts`,
      `import { File, manifest } from 'glance-apply';
import { All, Note, Pair } from 'third';
export default manifest((site) => {
  const all = site.include(All);
  new File(site, ${JSON.stringify(join(this.folder, 'last'))}, { content: '3', require: [all, site.collect(Pair)] });
  new Note(site, ${JSON.stringify(join(this.folder, 'note'))}, { text: 'x', before: all });
});
`,
    );
  }

  call(copy: string, ...words: string[]) {
    return runNode([join(copy, 'dist/glance-apply.js'), ...words], {
      directory: this.folder,
      environment: { ...process.env, XDG_CACHE_HOME: join(this.folder, 'cache') },
    });
  }
}

describe('two copies of the library', () => {
  let packages: Packages;

  beforeEach(async () => {
    packages = await Packages.open();
  });

  afterEach(() => packages.close());

  it('work together where they are of one version', async () => {
    const copy = await packages.install('project', '1.0.0');
    await packages.writeModule('project');
    await packages.install('project/node_modules/third', '1.0.0');
    const site = await packages.writeManifest('project');
    const { status, stdout, stderr } = await packages.call(copy, 'catalog', site);
    expect(stderr).to.equal('');
    expect(status).to.equal(0);
    const references = JSON.parse(stdout).resources.map(
      (one: { type: string; title: string }) => `${one.type}[${one.title}]`,
    );
    const made = join(packages.folder, 'made');
    expect(references).to.include.members([
      'Class[Third]',
      `Third::Pair[${made}]`,
      `File[${made}.one]`,
      `File[${made}.two]`,
    ]);

    const planned = await packages.call(copy, 'plan', site);
    expect(planned.stdout.replace(/\s+/g, ' ')).to.include('its state cannot be read: it is not there');
  });

  it('are refused where they are of two versions, and both are named', async () => {
    const copy = await packages.install('project', '1.0.0');
    await packages.writeModule('project');
    const nested = await packages.install('project/node_modules/third', '1.0.1');
    const { status, stderr } = await packages.call(copy, 'plan', await packages.writeManifest('project'));
    expect(stderr.replace(/\s+/g, ' '))
      .to.include(`glance-apply 1.0.1 (${nested}/dist/)`)
      .and.to.include(`glance-apply 1.0.0 (${copy}/dist/)`)
      .and.to.include('site.ts:4:');
    expect(status).to.equal(1);
  });

  it('are one where the command of the whole machine hands over to that of the project', async () => {
    const global = await packages.install('global', '2.0.0');
    const own = await packages.install('project', '1.0.0');
    await packages.writeModule('project');
    const site = await packages.writeManifest('project');
    const { status, stdout, stderr } = await packages.call(global, 'catalog', '--format', 'dot', site);
    expect(stderr).to.equal('');
    expect(status).to.equal(0);
    expect(stdout).to.include('Third::Pair');

    const version = await packages.call(global, '--version');
    expect(version).to.deep.include({ stdout: '2.0.0\n', stderr: '' });
    await packages.install('.', '3.0.0');
    expect((await packages.call(own, '--version')).stderr).to.include(
      `manifests here are applied with 3.0.0, in ${packages.folder}/node_modules/glance-apply`,
    );
  });
});
