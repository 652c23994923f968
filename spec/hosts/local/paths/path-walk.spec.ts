import { mkdirSync, readdirSync, realpathSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LocalFiles } from '../../../../src/hosts/local/local-files.js';
import { PathWalk } from '../../../../src/hosts/local/paths/path-walk.js';

const openFiles = () => readdirSync('/proc/self/fd').length;

describe('a walk to files of this machine', () => {
  let root: string;
  beforeEach(async () => {
    root = realpathSync(await mkdtemp(join(tmpdir(), 'glance-apply-walk-')));
    mkdirSync(join(root, 'a/b'), { recursive: true });
    mkdirSync(join(root, 'c'));
    writeFileSync(join(root, 'c/file'), 'other');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('stays in the directory that it has walked to, whatever becomes of its name', () => {
    const walk = new PathWalk();
    try {
      const place = walk.place(join(root, 'a/b/file'));
      renameSync(join(root, 'a'), join(root, 'gone'));
      symlinkSync('c', join(root, 'a'));
      mkdirSync(join(root, 'c/b'));
      writeFileSync(place.at, 'x');
      expect(readdirSync(join(root, 'gone/b'))).to.deep.equal(['file']);
      expect(walk.place(join(root, 'a/b/file')).at).to.equal(place.at);
    } finally {
      walk.close();
    }
  });

  it('follows links and dots as the system does', async () => {
    symlinkSync('../c', join(root, 'a/up'));
    symlinkSync(`${root}/a/up/../c/.`, join(root, 'round'));
    const files = new LocalFiles();
    for (const path of ['a/up/file', 'a/b/../up/file', 'round/file', 'a/up/../c//file', './a/../c/file'])
      expect(String((await files.read([`${root}/${path}`]))[0]), path).to.equal('other');
    expect(
      (await files.status(['/', root, `${root}/a/..`])).map((one) => one && 'kind' in one && one.kind),
    ).to.deep.equal(['directory', 'directory', 'directory']);
    expect((await files.resolve([`${root}/a/up/..`]))[0]).to.include({ path: root });
  });

  it('counts all links of a path, as the system does', async () => {
    for (let level = 0; level < 30; level++)
      symlinkSync(level === 0 ? '.' : `l${level - 1}/l${level - 1}`, join(root, `l${level}`));
    const [found] = await new LocalFiles().status([join(root, 'l29/c')]);
    expect(found).to.be.an.instanceOf(Error).with.property('code', 'ELOOP');
  });

  it('closes what it has opened, and never holds many directories at once', async () => {
    for (let index = 0; index < 600; index++) mkdirSync(join(root, `many/${index}`), { recursive: true });
    const paths = readdirSync(join(root, 'many')).map((name) => join(root, 'many', name, 'file'));
    const before = openFiles();
    const walk = new PathWalk();
    let most = 0;
    for (const path of paths) {
      walk.place(path);
      most = Math.max(most, openFiles());
    }
    walk.close();
    expect(most - before).to.be.lessThan(300);
    expect(openFiles()).to.equal(before);
    await new LocalFiles().status(paths);
    expect(openFiles()).to.equal(before);
  });
});
