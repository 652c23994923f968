import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import type { Diagnostic } from '../../src/errors/diagnostic.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { loadManifest } from '../../src/manifest/index.js';

describe('loading a manifest', () => {
  let folder: string;
  let cacheHome: string | undefined;

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'manifest-')));
    cacheHome = process.env.XDG_CACHE_HOME;
    process.env.XDG_CACHE_HOME = join(folder, 'cache');
  });

  afterEach(async () => {
    if (cacheHome === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = cacheHome;
    await rm(folder, { recursive: true, force: true });
  });

  async function write(files: Readonly<Record<string, string>>): Promise<string> {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
    return join(folder, Object.keys(files)[0] ?? '');
  }

  async function errorsOf(path: string): Promise<readonly [Diagnostic, ...Diagnostic[]]> {
    try {
      await (await loadManifest(path)).compile();
    } catch (error) {
      const [first, ...others] = GlanceApplyError.is(error) ? error.diagnostics : [];
      if (first !== undefined) return [first, ...others];
      throw error;
    }
    throw new Error('it was loaded without an error');
  }

  async function errorOf(path: string): Promise<Diagnostic> {
    return (await errorsOf(path))[0];
  }

  const valid = `import { manifest, nativeType, title } from 'glance-apply';
class Motd extends nativeType('motd', { name: title('Name.') }, { doc: 'A message.' }) {}
export default manifest((site) => {
  new Motd(site, 'hello');
});
`;

  describe('a module', () => {
    it('is compiled into a catalog whose resources know their place in it', async () => {
      const file = await write({ 'site.ts': valid });
      const catalog = await (await loadManifest(file)).compile();
      expect(catalog.find('motd', 'hello')?.location).to.deep.equal({ file, line: 4, column: 3 });
    });

    it('may be spread over modules, each of which knows where it lies', async () => {
      const file = await write({
        'site.ts': `import { manifest } from 'glance-apply';
import { where } from './parts/where.js';
export default manifest(() => { throw new Error(where.join(' ')); });`,
        'parts/where.ts': `export const where = [import.meta.filename, import.meta.dirname, import.meta.url];`,
      });
      const parts = join(folder, 'parts');
      const { message } = await errorOf(file);
      expect(message).to.include(`${parts}/where.ts ${parts} file://${parts}/where.ts`);
    });

    it('uses packages where its own folder finds them', async () => {
      const file = await write({
        'site.ts': `import { manifest } from 'glance-apply';
import answer from 'answer';
export default manifest(() => { throw new Error(answer); });`,
        'node_modules/answer/package.json': '{"name":"answer","main":"main.cjs"}',
        'node_modules/answer/main.cjs': `module.exports = 'forty-two';`,
      });
      expect((await errorOf(file)).message).to.include('forty-two');
    });

    it('is loaded anew when one of its modules has changed', async () => {
      const site = `import { manifest } from 'glance-apply';
import { word } from './word.js';
export default manifest(() => { throw new Error(word); });`;
      const file = await write({ 'site.ts': site, 'word.ts': `export const word = 'one';` });
      expect((await errorOf(file)).message).to.include('one');
      await write({ 'word.ts': `export const word = 'two';` });
      expect((await errorOf(file)).message).to.include('two');
    });

    it('is loaded where the cache cannot be written', async () => {
      process.env.XDG_CACHE_HOME = '/dev/null';
      const catalog = await (await loadManifest(await write({ 'site.ts': valid }))).compile();
      expect(catalog.find('motd', 'hello')).not.to.equal(undefined);
    });
  });

  describe('reports', () => {
    it('a file that does not exist, with the nearest name', async () => {
      await write({ 'quickstart.ts': valid });
      const { code, hint } = await errorOf(join(folder, 'quickstrat.ts'));
      expect(code).to.equal('manifest.missing');
      expect(hint).to.match(/did you mean '.*quickstart\.ts'\?/);
    });

    it('a folder, and lists its manifests', async () => {
      await write({ 'quickstart.ts': valid });
      const { code, hint } = await errorOf(folder);
      expect(code).to.equal('manifest.directory');
      expect(hint).to.include('quickstart.ts');
    });

    it('a file of another kind', async () => {
      expect((await errorOf(await write({ 'site.pp': 'include glance' }))).code).to.equal('manifest.kind');
    });

    it('a syntax error with its location', async () => {
      const file = await write({ 'site.ts': 'const a = 1;\nconst b = = 2;\n' });
      const { code, location } = await errorOf(file);
      expect(code).to.equal('manifest.syntax');
      expect(location).to.deep.equal({ file, line: 2, column: 11 });
    });

    it('a module that cannot be found, with the nearest', async () => {
      const file = await write({ 'site.ts': `import './brokr.js';\n`, 'broker.ts': '' });
      const { code, location, hint } = await errorOf(file);
      expect(code).to.equal('manifest.import');
      expect(location).to.include({ file, line: 1 });
      expect(hint).to.equal(`did you mean './broker.js'?`);
    });

    it('a package that cannot be found', async () => {
      const { code, hint } = await errorOf(await write({ 'site.ts': `import 'no-such-package';\n` }));
      expect(code).to.equal('manifest.import');
      expect(hint).to.include('npm install no-such-package');
    });

    it('a misspelt name of the library, with the nearest', async () => {
      const file = await write({
        'site.ts': `import {\n  manifst,\n} from 'glance-apply';\nexport default manifst(() => {});`,
      });
      const { code, message, location, hint } = await errorOf(file);
      expect(code).to.equal('manifest.import');
      expect(message).to.equal(`'glance-apply' does not export 'manifst'`);
      expect(location).to.deep.equal({ file, line: 2, column: 3 });
      expect(hint).to.equal(`did you mean 'manifest'?`);
    });

    it('what is thrown while it is loaded, at its place', async () => {
      const file = await write({
        'site.ts': `interface A { a: number }\n\nthrow new TypeError('no luck');\n`,
      });
      const { code, message, location } = await errorOf(file);
      expect(code).to.equal('manifest.threw');
      expect(message).to.equal('the manifest threw while it was loaded: TypeError: no luck');
      expect(location).to.deep.equal({ file, line: 3, column: 7 });
    });

    it('what is thrown while it is compiled, at its place', async () => {
      const file = await write({
        'site.ts': `import { manifest } from 'glance-apply';\nexport default manifest(() => {\n  throw new Error('no luck');\n});`,
      });
      expect((await errorOf(file)).location).to.deep.equal({ file, line: 3, column: 9 });
    });

    for (const [what, body, hint] of [
      ['a misspelt class of a namespace, with the nearest', 'new glance.Appi(site);', "did you mean 'Api'?"],
      ['a namespace that is used as a class', 'new glance.api(site);', "did you mean 'Api'?"],
      ['the same within the whole library', 'new lib.glance.Appi(site);', "did you mean 'Api'?"],
      [
        'a class whose name differs in case, after another error',
        "new lib.File(site, '/x', { nosuch: 1 });\n  new glance.APi(site);",
        "did you mean 'Api'?",
      ],
      ['a class without new', 'glance.Api(site);', 'call it with new: new Api(…)'],
      [
        'what is like nothing that is known',
        'new glance.SomethingElse(site);',
        'run glance-apply check to check the types',
      ],
      ['a member of what is not there', 'site.nosuch.name;', 'run glance-apply check to check the types'],
      ['an error of the manifest itself', "throw new TypeError('no luck');", undefined],
    ] as const) {
      it(`about ${what}`, async () => {
        const file = await write({
          'site.ts': `import { glance, manifest } from 'glance-apply';\nimport * as lib from 'glance-apply';\nexport const used = [glance, lib];\nexport default manifest((site: any) => {\n  ${body}\n});`,
        });
        const found = await errorsOf(file);
        expect(found.find(({ code }) => code === 'manifest.threw')?.hint).to.equal(hint);
      });
    }

    it('a secret that is not there, at the place that asks for it', async () => {
      const file = await write({
        'site.ts': `import { manifest, secret } from 'glance-apply';\nexport default manifest(() => {\n  secret.env('NOT_SET_ANYWHERE');\n});`,
      });
      const { code, location } = await errorOf(file);
      expect(code).to.equal('secret.no-variable');
      expect(location).to.deep.equal({ file, line: 3, column: 10 });
    });

    for (const [what, source, says] of [
      ['exports nothing', '', 'the module exports nothing'],
      ['exports no default', 'export const a = 1;', 'the module has no default export'],
      ['exports a function', 'export default () => {};', 'the default export is a function, not a manifest'],
      [
        'exports its manifest by name alone',
        `import { manifest } from 'glance-apply'; export const site = manifest(() => {});`,
        `the manifest is exported as 'site', not as default`,
      ],
    ] as const) {
      it(`about a module that ${what}`, async () => {
        const { message, hint } = await errorOf(await write({ 'site.ts': source }));
        expect(message).to.equal(says);
        expect(hint).to.include('export default');
      });
    }
  });
});
