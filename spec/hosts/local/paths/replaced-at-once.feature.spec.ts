import fs, {
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import { LocalFiles } from '../../../../src/hosts/local/local-files.js';
import { overwrite } from '../../../../src/hosts/local/overwrite.js';
import { PathWalk } from '../../../../src/hosts/local/paths/path-walk.js';
import { ALICE, asRootAlone, ownRoot } from './own-root.js';
import { refusalOf } from './refusal-of.js';

describe('what a run makes in the directory of another user, who puts something else in its place at once', () => {
  const files = new LocalFiles();
  const root = ownRoot();

  asRootAlone();

  beforeEach(() => {
    mkdirSync(root.in('alice'));
    writeFileSync(root.in('shadow'), 'secret', { mode: 0o600 });
  });

  it('does not give her the owner of a link that is replaced', async () => {
    const link = root.in('alice/link');
    symlinkSync('old', link);
    fs.lchownSync(link, ALICE, ALICE);
    chownSync(root.in('alice'), ALICE, ALICE);
    const { symlinkSync: make } = fs;
    fs.symlinkSync = (target, path) => {
      make(target, path);
      unlinkSync(path);
      linkSync(root.in('shadow'), path);
    };
    syncBuiltinESMExports();
    try {
      const error = await refusalOf(files.link(link, 'new'));
      expect(error).to.have.property('code', 'EEXIST');
      expect(error.message).to.contain('another process has replaced the new link at once');
    } finally {
      fs.symlinkSync = make;
      syncBuiltinESMExports();
    }
    expect(statSync(root.in('shadow'))).to.include({ uid: 0, nlink: 1 });
    expect(lstatSync(link)).to.include({ uid: ALICE });
  });

  it('does not bring another content to what is overwritten in place', async () => {
    const [target, source] = [root.in('alice/target'), root.in('alice/source')];
    writeFileSync(target, 'old');
    const file = await open(source, 'wx');
    const walk = new PathWalk();
    try {
      await file.writeFile('new');
      unlinkSync(source);
      linkSync(root.in('shadow'), source);
      await overwrite(walk.entry(target), file, {});
    } finally {
      walk.close();
      await file.close();
    }
    expect(readFileSync(target, 'utf8')).to.equal('new');
  });

  it('is not taken over with a further name of a file in it', async () => {
    const directory = root.in('alice');
    linkSync(root.in('shadow'), join(directory, 'name'));
    for (const [uid, mode] of [
      [ALICE, 0o755],
      [0, 0o777],
    ] as const) {
      chownSync(directory, uid, uid);
      fs.chmodSync(directory, mode);
      const error = await refusalOf(files.setAccess(directory, { uid: 0, gid: 0, mode: 0o750 }));
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
