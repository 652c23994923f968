import { lstat, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { File } from '../../../src/resources/file/file.js';
import { Workbench } from './workbench.js';

describe('links', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open();
  });
  afterEach(() => bench.close());

  type Attributes = ConstructorParameters<typeof File>[2];
  const one = (name: string, attributes: Attributes) => (site: Scope) =>
    void new File(site, bench.path(name), attributes);

  /** Applies it, and again: the second time changes nothing. */
  async function settle(body: (site: Scope) => void): Promise<void> {
    expect(await bench.apply(body)).not.to.deep.equal({});
    expect(await bench.apply(body)).to.deep.equal({});
  }

  describe('as a source', () => {
    beforeEach(async () => {
      await writeFile(bench.path('real'), 'content');
      await mkdir(bench.path('folder'));
      await writeFile(bench.path('folder', 'inside'), 'x');
      await symlink('real', bench.path('to-file'));
      await symlink('folder', bench.path('to-folder'));
    });

    it('are copied as links if links are managed', async () => {
      for (const source of ['to-file', 'to-folder']) {
        await settle(one('copy', { source: bench.path(source) }));
        expect(await readlink(bench.path('copy'))).to.equal(
          source.replace('to-', '').replace('file', 'real'),
        );
      }
    });

    it('take the place of a link that points elsewhere, and of a file', async () => {
      await symlink('nowhere', bench.path('copy'));
      await settle(one('copy', { source: bench.path('to-file') }));
      await writeFile(bench.path('other'), 'a file');
      await settle(one('other', { ensure: 'link', source: bench.path('to-file') }));
      expect(await readlink(bench.path('other'))).to.equal('real');
    });

    it('are followed with links: follow, and if ensure is a file or a directory', async () => {
      for (const attributes of [{ links: 'follow' }, { ensure: 'file' }] as const) {
        await settle(
          one(`copy ${Object.keys(attributes)}`, { source: bench.path('to-file'), ...attributes }),
        );
        expect((await lstat(bench.path(`copy ${Object.keys(attributes)}`))).isFile()).to.equal(true);
      }
      await settle(one('tree', { ensure: 'directory', recurse: true, source: bench.path('to-folder') }));
      expect(await readFile(bench.path('tree', 'inside'), 'utf8')).to.equal('x');
    });

    it('are refused if ensure is a link and the source is not', async () => {
      const found = await bench.plan(one('copy', { ensure: 'link', source: bench.path('real') }));
      expect([...found.values()][0]).to.include('is a file, and ensure is link');
    });
  });

  describe('to all that is in a directory', () => {
    beforeEach(async () => {
      await mkdir(bench.path('from', 'deep'), { recursive: true });
      await writeFile(bench.path('from', 'one'), '1');
      await writeFile(bench.path('from', 'deep', 'two'), '2');
      await symlink('one', bench.path('from', 'link'));
    });

    it('are made in directories of the same names', async () => {
      for (const [index, ensure] of ([undefined, 'link', 'directory'] as const).entries()) {
        const name = `to${index}`;
        await settle(one(name, { ensure, target: bench.path('from'), recurse: true }));
        expect((await lstat(bench.path(name, 'deep'))).isDirectory()).to.equal(true);
        expect(await readlink(bench.path(name, 'one'))).to.equal(bench.path('from', 'one'));
        expect(await readlink(bench.path(name, 'link'))).to.equal(bench.path('from', 'link'));
        expect(await readlink(bench.path(name, 'deep', 'two'))).to.equal(bench.path('from', 'deep', 'two'));
      }
    });

    it('are mended, and purge removes the others', async () => {
      await settle(one('to', { target: 'from', recurse: true }));
      await bench.apply(one('to/one', { ensure: 'link', target: '/elsewhere' }));
      await symlink('gone', bench.path('to', 'stale'));
      await settle(one('to', { target: 'from', recurse: true, purge: true }));
      expect(await readlink(bench.path('to', 'one'))).to.equal(bench.path('from', 'one'));
      expect(await readdir(bench.path('to'))).to.deep.equal(['deep', 'link', 'one']);
    });

    it('cannot be created for a target that is not a directory', async () => {
      for (const target of ['from/one', 'nowhere']) {
        await mkdir(bench.path('to'), { recursive: true });
        const found = await bench.plan(one('to', { target: bench.path(target), recurse: true }));
        expect([...found.values()][0]).to.match(/its target .* the target must be a directory/);
      }
    });
  });

  it('are made by a path in the place of ensure', async () => {
    await settle(one('link', { ensure: '/etc/motd' }));
    expect(await readlink(bench.path('link'))).to.equal('/etc/motd');
  });
});
