import { chmod, chown, lstat, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { File } from '../../../src/resources/file/file.js';
import { Workbench } from '../../resources/file/workbench.js';

/** Accounts that every Debian has. */
const DAEMON = 1;
const NOBODY = 65534;

describe('the owner of a file', () => {
  let bench: Workbench;
  before(function () {
    if (process.getuid?.() !== 0) this.skip();
  });
  beforeEach(async () => {
    bench = await Workbench.open();
  });
  afterEach(() => bench.close());

  const one = (attributes: ConstructorParameters<typeof File>[2]) => (site: Scope) => {
    new File(site, bench.path('f'), attributes);
  };

  it('is set on what is made, by name and by number', async () => {
    const file = one({ content: 'x', owner: 'nobody', group: '1', mode: '0640' });
    await bench.apply(file);
    const { uid, gid, mode } = await stat(bench.path('f'));
    expect([uid, gid, mode & 0o7777]).to.deep.equal([NOBODY, DAEMON, 0o640]);
    expect(await bench.apply(file)).to.deep.equal({});
  });

  it('is changed without a new content, and stays with a new content', async () => {
    await writeFile(bench.path('f'), 'x');
    expect(await bench.apply(one({ owner: 'daemon' }))).to.deep.equal({ [bench.path('f')]: ['owner'] });
    await bench.apply(one({ content: 'y' }));
    expect((await stat(bench.path('f'))).uid).to.equal(DAEMON);
    expect(await readFile(bench.path('f'), 'utf8')).to.equal('y');
  });

  it('does not cost a file the set-id bit that was asked for', async () => {
    await writeFile(bench.path('f'), 'x');
    await chmod(bench.path('f'), 0o4755);
    const file = one({ owner: 'daemon', mode: '4755' });
    await bench.apply(file);
    expect((await stat(bench.path('f'))).mode & 0o7777).to.equal(0o4755);
    expect(await bench.apply(file)).to.deep.equal({});
  });

  it("of a link is the link's own", async () => {
    await writeFile(bench.path('target'), 'x');
    await symlink('target', bench.path('f'));
    await bench.apply(one({ ensure: 'link', target: 'target', owner: 'daemon' }));
    expect((await lstat(bench.path('f'))).uid).to.equal(DAEMON);
    expect((await stat(bench.path('target'))).uid).to.equal(0);
  });

  it('of a directory with recurse is that of all that is in it', async () => {
    const tree = (site: Scope) => {
      new File(site, bench.path('f'), { ensure: 'directory', recurse: true, owner: 'daemon', mode: '0640' });
    };
    await bench.host.files.makeDirectory(bench.path('f'));
    await bench.host.files.makeDirectory(bench.path('f/d'));
    await bench.host.files.write(bench.path('f/d/x'), 'x');
    await chown(bench.path('f/d'), NOBODY, NOBODY);
    await bench.apply(tree);
    for (const [name, mode] of [
      ['f', 0o750],
      ['f/d', 0o750],
      ['f/d/x', 0o640],
    ] as const) {
      const status = await stat(bench.path(name));
      expect([status.uid, status.mode & 0o7777]).to.deep.equal([DAEMON, mode]);
    }
    expect(await bench.apply(tree)).to.deep.equal({});
  });
});
