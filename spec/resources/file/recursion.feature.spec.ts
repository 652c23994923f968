import { chmod, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { File } from '../../../src/resources/file/file.js';
import { converge, only } from '../converge.js';
import { Workbench } from './workbench.js';

describe('a directory with recurse', () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await Workbench.open();
    await tree('from', { 'a.conf': 'a', 'sub/b.conf': 'b', 'sub/deep/c.conf': 'c' });
  });
  afterEach(() => bench.close());

  async function tree(root: string, files: Record<string, string>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(bench.path(root, name, '..'), { recursive: true });
      await writeFile(bench.path(root, name), content);
    }
  }
  const directory =
    (attributes: ConstructorParameters<typeof File>[2], others: readonly string[] = []) =>
    (site: Scope) => {
      new File(site, bench.path('to'), { ensure: 'directory', recurse: true, ...attributes });
      for (const name of others) new File(site, bench.path('to', name), { content: `${name} is managed\n` });
    };
  const listing = async () => (await readdir(bench.path('to'), { recursive: true })).sort();
  const difference = async (body: (site: Scope) => void, property: string) => {
    const diff = (await bench.plan(body)).get(`File[${bench.path('to')}]`);
    return typeof diff === 'object' ? diff.differences.find((one) => one.property === property)?.is : diff;
  };
  const mode = async (name: string) => (await stat(bench.path('to', name))).mode & 0o7777;

  it('copies all that its source has, and is in sync afterwards', async () => {
    const copy = directory({ source: bench.path('from') });
    await bench.apply(copy);
    expect(await listing()).to.deep.equal(['a.conf', 'sub', 'sub/b.conf', 'sub/deep', 'sub/deep/c.conf']);
    expect(await readFile(bench.path('to/sub/deep/c.conf'), 'utf8')).to.equal('c');
    expect(await bench.apply(copy)).to.deep.equal({});
  });

  it('copies a file if its source is a file and no directory is desired', async () => {
    const copy = (site: Scope) => {
      new File(site, bench.path('to'), { source: bench.path('from/a.conf') });
    };
    await bench.apply(copy);
    expect(await readFile(bench.path('to'), 'utf8')).to.equal('a');
  });

  it('sets its mode on its content, with the permission to search only for directories', async () => {
    await tree('to', { 'sub/x': 'x' });
    await chmod(bench.path('to/sub'), 0o700);
    await bench.apply(directory({ mode: '0640' }));
    expect([await mode('sub'), await mode('sub/x')]).to.deep.equal([0o750, 0o640]);
    expect(await bench.apply(directory({ mode: '0640' }))).to.deep.equal({});
  });

  it('purges and copies the rest if some files can neither be removed nor created, and fails with both errors', async () => {
    const host = new SimulatedHost({
      files: { '/from/a': 'a', '/from/sub/b': 'b', '/from/z': 'z', '/to/busy': '', '/to/old': '' },
    });
    host.files.faults.add('/to/busy', 'EBUSY', 'change');
    host.files.faults.add('/to/sub', 'EPERM', 'change');
    const report = only(
      await converge(host, (site) => {
        new File(site, '/to', { ensure: 'directory', recurse: true, purge: true, source: '/from' });
      }),
    );
    expect(report?.outcome).to.equal('failed');
    expect(report?.reason).to.match(/^cannot remove \/to\/busy: .*\ncannot make \/to\/sub: [^\n]*$/);
    expect(await host.files.list('/to')).to.deep.equal(['a', 'busy', 'z']);
  });

  it('reports which files differ, and in which properties', async () => {
    await bench.apply(directory({ source: bench.path('from') }));
    await writeFile(bench.path('to/a.conf'), 'changed');
    await writeFile(bench.path('from/new'), 'new');
    expect(await difference(directory({ source: bench.path('from') }), 'recurse')).to.deep.equal([
      `${bench.path('to/a.conf')} (content)`,
      `${bench.path('to/new')} (new)`,
    ]);
  });

  it('stops at the depth of recurselimit', async () => {
    await bench.apply(directory({ source: bench.path('from'), recurselimit: 1 }));
    expect(await listing()).to.deep.equal(['a.conf', 'sub']);
  });

  it("does not change what its source does not contain if recurse is 'remote'", async () => {
    await tree('to', { local: 'x' });
    await chmod(bench.path('to/local'), 0o600);
    const copy = directory({ source: bench.path('from'), recurse: 'remote', mode: '0644' });
    await bench.apply(copy);
    expect(await mode('local')).to.equal(0o600);
    expect(await mode('a.conf')).to.equal(0o644);
    expect(await bench.apply(copy)).to.deep.equal({});
  });

  it('copies links as links, or as their targets if links are followed', async () => {
    await symlink('a.conf', bench.path('from/link'));
    await bench.apply(directory({ source: bench.path('from') }));
    expect(await readlink(bench.path('to/link'))).to.equal('a.conf');
    const followed = directory({ source: bench.path('from'), links: 'follow' });
    await bench.apply(followed);
    expect((await stat(bench.path('to/link'))).isFile()).to.equal(true);
    expect(await bench.apply(followed)).to.deep.equal({});
  });

  describe('and purge', () => {
    it('removes and reports what neither its source contains nor another resource manages', async () => {
      await tree('to', { stray: 'x', managed: 'y', 'a.conf': 'a' });
      const purging = directory({ source: bench.path('from'), purge: true }, ['managed']);
      expect(await difference(purging, 'purge')).to.deep.equal([bench.path('to/stray')]);
      await bench.apply(purging);
      expect(await listing())
        .to.include.members(['a.conf', 'managed'])
        .and.not.include('stray');
      expect(bench.kept.get(bench.path('to/stray'))).to.equal('x');
      expect(await bench.apply(purging)).to.deep.equal({});
    });

    it('purges directories only with force, and their content without', async () => {
      await tree('to', { 'd/x': 'x' });
      await bench.apply(directory({ purge: true }));
      expect(await listing()).to.deep.equal(['d']);
      await bench.apply(directory({ purge: true, force: true }));
      expect(await listing()).to.deep.equal([]);
    });

    it('does not change what is below another resource, nor the directories above', async () => {
      await tree('to', { 'own/x': 'x', 'way/to/y': 'y', 'way/z': 'z' });
      const purging = (site: Scope) => {
        directory({ purge: true, force: true })(site);
        new File(site, bench.path('to/own'), { ensure: 'directory' });
        new File(site, bench.path('to/way/to/y'), { content: 'y' });
      };
      await bench.apply(purging);
      expect(await listing()).to.deep.equal(['own', 'own/x', 'way', 'way/to', 'way/to/y']);
      expect(await bench.apply(purging)).to.deep.equal({});
    });

    it('does not change what another resource manages by another path of the directory', async () => {
      await tree('to', { kept: '', 'sub/kept': '', stray: '' });
      await symlink(bench.path('to'), bench.path('alias'));
      await bench.apply((site) => {
        new File(site, bench.path('to'), { ensure: 'directory', recurse: true, purge: true, force: true });
        new File(site, bench.path('alias/kept'), { content: '' });
        new File(site, bench.path('alias/sub/kept'), { content: '' });
      });
      expect(await listing()).to.deep.equal(['kept', 'sub', 'sub/kept']);
    });

    it('ignores what matches ignore', async () => {
      await tree('to', { '.git/config': 'x', 'a.bak': 'x', 'b.conf': 'x' });
      const purging = directory({ purge: true, force: true, ignore: ['.git', '*.bak'] });
      await bench.apply(purging);
      expect(await listing()).to.deep.equal(['.git', '.git/config', 'a.bak']);
    });
  });
});
