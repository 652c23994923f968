import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from '@typescript/typescript6';
import { expect } from 'chai';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compiler = join(root, 'node_modules/typescript/bin/tsc');

/** What the consumer has beside the package; `diff`, which the package bundles, is not among it. */
const installed = [
  '@types/chai',
  '@types/deep-eql',
  '@types/node',
  'assertion-error',
  'chai',
  'undici-types',
];

/** A package of somebody else that uses the build, as npm would install it. */
class Consumer {
  private constructor(readonly folder: string) {}

  static async open(): Promise<Consumer> {
    const consumer = new Consumer(await realpath(await mkdtemp(join(tmpdir(), 'consumer-'))));
    const target = join(consumer.folder, 'node_modules/glance-apply');
    await cp(join(root, 'dist/types'), join(target, 'dist/types'), { recursive: true });
    await cp(join(root, 'package.json'), join(target, 'package.json'));
    for (const name of installed) {
      const link = join(consumer.folder, 'node_modules', name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(join(root, 'node_modules', name), link);
    }
    await consumer.write('package.json', '{"name":"consumer","type":"module"}');
    const compilerOptions = {
      ...{ target: 'es2023', lib: ['es2023'], module: 'nodenext', strict: true, types: ['node'] },
      ...{ exactOptionalPropertyTypes: true, declaration: true, skipLibCheck: false, outDir: 'out' },
    };
    await consumer.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['index.ts'] }));
    return consumer;
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  async write(path: string, content: string): Promise<string> {
    const file = join(this.folder, path);
    await writeFile(file, content);
    return file;
  }

  /** The errors of the compiler. */
  compile(): Promise<string> {
    return new Promise((resolve) => {
      execFile(process.execPath, [compiler, '-p', '.'], { cwd: this.folder }, (_error, stdout) =>
        resolve(stdout),
      );
    });
  }
}

/** What an editor shows for the first use of a word after the imports, by the language service that editors use. */
function editorOf(file: string, source: string): (word: string) => string {
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, strict: true, types: [] };
  const service = ts.createLanguageService({
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
    directoryExists: (path) => ts.sys.directoryExists(path),
    realpath: (path) => ts.sys.realpath?.(path) ?? path,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const text = ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => dirname(file),
    getCompilationSettings: () => options,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
  });
  return (word) => {
    const shown = service.getQuickInfoAtPosition(file, source.indexOf(word, source.indexOf('\n')));
    const tags = shown?.tags?.map(({ name, text }) => ` @${name} ${ts.displayPartsToString(text)}`) ?? [];
    return `${ts.displayPartsToString(shown?.documentation)}${tags.join('')}`;
  };
}

describe('the types that are published', () => {
  let consumer: Consumer;
  beforeEach(async () => {
    consumer = await Consumer.open();
  });
  afterEach(() => consumer.close());

  it('compile with those of a module that is built on them, declarations included', async () => {
    const source = await readFile(new URL('./module-of-others.ts', import.meta.url), 'utf8');
    await consumer.write('index.ts', source);
    expect(await consumer.compile()).to.equal('');
    const declared = await readFile(join(consumer.folder, 'out/index.d.ts'), 'utf8');
    for (const name of ['Motd', 'Site', 'Two', 'Extended', 'wide', 'MyHost', 'conform'])
      expect(declared).to.match(new RegExp(`^export declare (?:class|const) ${name}\\b`, 'm'));
    expect(declared).to.not.match(/\bany\b/);
  });

  it('refuse what the run time refuses', async () => {
    await consumer.write(
      'index.ts',
      `import { Cron, File, manifest, User } from 'glance-apply';
export default manifest((site) => {
  new Cron(site, 'job', { minute: true });
  new File(site, '/etc/motd', { mode: 0o644 });
  new User(site, 'glance', { managehome: 'perhaps' });
  new User(site, 'glance', { shel: '/bin/sh' });
});
`,
    );
    const lines = (await consumer.compile()).matchAll(/^index\.ts\((\d+),/gm);
    expect([...lines].map(([, line]) => Number(line))).to.deep.equal([3, 4, 5, 6]);
  });

  it('document attributes and parameters in the hover of an editor', async () => {
    const source = `import { Cron, glance, GlanceApiConfig, manifest } from 'glance-apply';
export default manifest((site) => {
  new Cron(site, 'job', { command: 'true', minute: 0 });
  new GlanceApiConfig(site, 'DEFAULT/debug', { value: true });
  new glance.Api(site, { bind_host: '192.0.2.1', require: [] });
});
`;
    const file = await consumer.write('index.ts', source);
    const hover = editorOf(file, source);
    expect(hover('minute')).to.equal('Minutes, 0 to 59.');
    expect(hover('value')).to.match(/^The value, or a list of values/);
    expect(hover('bind_host')).to.equal('Address that the API listens on. @default "<SERVICE DEFAULT>"');
    expect(hover('require')).to.match(/^This resource is applied after these/);
    expect(hover('Cron(')).to.match(/^A job in the crontab of a user\./);
  });
});
