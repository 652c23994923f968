import fs, {
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LocalFiles } from '../../../../src/hosts/local/local-files.js';
import { overwrite } from '../../../../src/hosts/local/overwrite.js';
import { PathWalk } from '../../../../src/hosts/local/paths/path-walk.js';

const ALICE = 61_234;

describe('what a run makes in the directory of another user, who puts something else in its place at once', () => {
  const files = new LocalFiles();
  let root: string;

  before(function () {
    if (process.getuid?.() !== 0) this.skip();
  });
  beforeEach(async () => {
    root = realpathSync(await mkdtemp(join(tmpdir(), 'glance-apply-replaced-')));
    mkdirSync(join(root, 'alice'));
    writeFileSync(join(root, 'shadow'), 'secret', { mode: 0o600 });
  });
  afterEach(() => rm(root, { recursive: true }));

  it('does not give her the owner of a link that is replaced', async () => {
    const link = join(root, 'alice/link');
    symlinkSync('old', link);
    fs.lchownSync(link, ALICE, ALICE);
    chownSync(join(root, 'alice'), ALICE, ALICE);
    const { symlinkSync: make } = fs;
    fs.symlinkSync = (target, path) => {
      make(target, path);
      unlinkSync(path);
      linkSync(join(root, 'shadow'), path);
    };
    syncBuiltinESMExports();
    try {
      const error = await files.link(link, 'new').then(
        () => new Error('it was done'),
        (thrown: Error) => thrown,
      );
      expect(error).to.have.property('code', 'EEXIST');
      expect(error.message).to.contain('somebody has replaced the new link at once');
    } finally {
      fs.symlinkSync = make;
      syncBuiltinESMExports();
    }
    expect(statSync(join(root, 'shadow'))).to.include({ uid: 0, nlink: 1 });
    expect(lstatSync(link)).to.include({ uid: ALICE });
  });

  it('does not bring another content to what is overwritten in place', async () => {
    const [target, source] = [join(root, 'alice/target'), join(root, 'alice/source')];
    writeFileSync(target, 'old');
    const file = await open(source, 'wx');
    const walk = new PathWalk();
    try {
      await file.writeFile('new');
      unlinkSync(source);
      linkSync(join(root, 'shadow'), source);
      await overwrite(walk.place(target), file, {});
    } finally {
      walk.close();
      await file.close();
    }
    expect(readFileSync(target, 'utf8')).to.equal('new');
  });

  it('is not taken over with a further name of a file in it', async () => {
    const directory = join(root, 'alice');
    linkSync(join(root, 'shadow'), join(directory, 'name'));
    for (const [uid, mode] of [
      [ALICE, 0o755],
      [0, 0o777],
    ] as const) {
      chownSync(directory, uid, uid);
      fs.chmodSync(directory, mode);
      const error = await files.setAccess(directory, { uid: 0, gid: 0, mode: 0o750 }).then(
        () => new Error('it was done'),
        (thrown: Error) => thrown,
      );
      expect(error).to.have.property('code', 'EMLINK');
      expect(error.message).to.contain(
        `${directory}/name is one of 2 names (hard links) of a file of the user root`,
      );
      expect(statSync(directory)).to.include({ uid });
      expect(statSync(directory).mode & 0o777).to.equal(mode);
    }
    unlinkSync(join(directory, 'name'));
    await files.setAccess(directory, { uid: 0, gid: 0, mode: 0o750 });
    expect(statSync(directory)).to.include({ uid: 0 });
  });
});
