import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { expect } from 'chai';
import { LocalFiles } from '../../../../src/hosts/local/local-files.js';
import { PathWalk } from '../../../../src/hosts/local/paths/path-walk.js';
import { ALICE, ownRoot } from './own-root.js';

const openFiles = () => readdirSync('/proc/self/fd').length;

describe('a walk to files of this machine', () => {
  const root = ownRoot();
  beforeEach(() => {
    mkdirSync(root.in('a/b'), { recursive: true });
    mkdirSync(root.in('c'));
    writeFileSync(root.in('c/file'), 'other');
  });

  it('stays in the directory that it has walked to, whatever becomes of its name', () => {
    const walk = new PathWalk();
    try {
      const entry = walk.entry(root.in('a/b/file'));
      renameSync(root.in('a'), root.in('gone'));
      symlinkSync('c', root.in('a'));
      mkdirSync(root.in('c/b'));
      writeFileSync(entry.procPath, 'x');
      expect(readdirSync(root.in('gone/b'))).to.deep.equal(['file']);
      expect(walk.entry(root.in('a/b/file')).procPath).to.equal(entry.procPath);
    } finally {
      walk.close();
    }
  });

  it('needs no right to read the directories on the way, as the system does not', function () {
    if (process.getuid?.() !== 0) return this.skip();
    chmodSync(root.in('c'), 0o711);
    const walk = new PathWalk();
    process.seteuid?.(ALICE);
    try {
      expect(readFileSync(walk.entry(root.in('c/file')).procPath, 'utf8')).to.equal('other');
      expect(() => readdirSync(root.in('c'))).to.throw('EACCES');
    } finally {
      process.seteuid?.(0);
      walk.close();
    }
  });

  it('follows links and dots as the system does', async () => {
    symlinkSync('../c', root.in('a/up'));
    symlinkSync(`${root.path}/a/up/../c/.`, root.in('round'));
    const files = new LocalFiles();
    for (const path of ['a/up/file', 'a/b/../up/file', 'round/file', 'a/up/../c//file', './a/../c/file'])
      expect(String((await files.read([`${root.path}/${path}`]))[0]), path).to.equal('other');
    expect(
      (await files.status(['/', root.path, `${root.path}/a/..`])).map(
        (one) => one && 'kind' in one && one.kind,
      ),
    ).to.deep.equal(['directory', 'directory', 'directory']);
    expect((await files.resolve([`${root.path}/a/up/..`]))[0]).to.include({ path: root.path });
  });

  it('counts all links of a path, as the system does', async () => {
    for (let level = 0; level < 30; level++)
      symlinkSync(level === 0 ? '.' : `l${level - 1}/l${level - 1}`, root.in(`l${level}`));
    const [found] = await new LocalFiles().status([root.in('l29/c')]);
    expect(found).to.be.an.instanceOf(Error).with.property('code', 'ELOOP');
  });

  it('closes what it has opened, and never holds many directories at once', async () => {
    for (let index = 0; index < 600; index++) mkdirSync(root.in(`many/${index}`), { recursive: true });
    const paths = readdirSync(root.in('many')).map((name) => root.in(`many/${name}/file`));
    const before = openFiles();
    const walk = new PathWalk();
    let most = 0;
    for (const path of paths) {
      walk.entry(path);
      most = Math.max(most, openFiles());
    }
    walk.close();
    expect(most - before).to.be.lessThan(300);
    expect(openFiles()).to.equal(before);
    await new LocalFiles().status(paths);
    expect(openFiles()).to.equal(before);
  });
});
