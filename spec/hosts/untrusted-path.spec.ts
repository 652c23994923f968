import {
  chmodSync,
  chownSync,
  lchownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LocalFiles } from '../../src/hosts/local/local-files.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import {
  describeUntrusted,
  findFirstUntrusted,
  findUntrusted,
  findUntrustedWithin,
} from '../../src/hosts/untrusted-path.js';

/** A user who is neither root nor the one who runs this. */
const STRANGER = 12345;

describe('a place that others could change', () => {
  const files = new LocalFiles();
  const isRoot = process.geteuid?.() === 0;
  let base: string;
  const at = (path: string) => join(base, path);
  const onWay = async (path: string) => {
    const found = await findUntrusted(files, path);
    return found === undefined ? undefined : describeUntrusted(found, files);
  };

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'glance-apply-foreign-'));
    mkdirSync(at('own/state'), { recursive: true });
  });
  afterEach(() => rmSync(base, { recursive: true }));

  it('is none that belongs to root or the user of the run, below a directory with the sticky bit too', async () => {
    expect(await onWay('/etc')).to.equal(undefined);
    expect(await onWay(at('own/state'))).to.equal(undefined);
    expect(await onWay(at('own/../own/./state/'))).to.equal(undefined);
    expect(await onWay(at('own/not/there/yet'))).to.equal(undefined);
  });

  it('is a directory with the sticky bit itself, in which everybody may put something', async () => {
    mkdirSync(at('shared'));
    chmodSync(at('shared'), 0o1777);
    expect(await onWay(at('shared'))).to.match(
      /shared can be changed by everybody \(mode 1777\); .*chmod go-w/,
    );
    mkdirSync(at('shared/own'));
    expect(await onWay(at('shared/own'))).to.equal(undefined);
  });

  const writers: readonly (readonly [mode: number, who: string])[] = [
    [0o775, 'its group'],
    [0o757, 'everybody'],
  ];
  for (const [mode, who] of writers) {
    it(`is one that ${who} may write, and so is everything below it`, async function () {
      if (!isRoot) this.skip();
      chownSync(at('own'), 0, STRANGER);
      chmodSync(at('own'), mode);
      const words = new RegExp(`/own can be changed by ${who} \\(mode 0${mode.toString(8)}\\)`);
      for (const path of ['own', 'own/state', 'own/not-there']) expect(await onWay(at(path))).to.match(words);
    });
  }

  it('is none for the group that its owner has alone, unless another is a member of it', async () => {
    const host = new SimulatedHost({
      files: {
        '/etc/passwd':
          'root:x:0:0::/root:/bin/sh\nnick:x:1000:1000::/home/nick:/bin/sh\nann:x:1001:1001::/:/bin/sh\n',
        '/etc/group': 'root:x:0:\nnick:x:1000:nick\nann:x:1001:nick\nstaff:x:50:\n',
        '/nick/a/site.ts': '',
        '/ann/a/site.ts': '',
      },
    });
    const trust = { users: [1000, 1001] };
    await host.files.setAccess('/nick/a', { uid: 1000, gid: 1000, mode: 0o775 });
    expect(await findFirstUntrusted(host.files, ['/nick/a/site.ts'], trust)).to.equal(undefined);
    await host.files.setAccess('/nick/a', { uid: 1000, gid: 50, mode: 0o775 });
    expect(await findFirstUntrusted(host.files, ['/nick/a/site.ts'], trust)).to.include({
      path: '/nick/a',
      fault: 'mode',
    });
    await host.files.setAccess('/ann/a', { uid: 1001, gid: 1001, mode: 0o775 });
    expect(await findFirstUntrusted(host.files, ['/ann/a/site.ts'], trust)).to.include({
      path: '/ann/a',
      fault: 'mode',
    });
  });

  it('is one of another user, as is what that user put into a directory for all', async function () {
    if (!isRoot) this.skip();
    chownSync(at('own'), STRANGER, STRANGER);
    expect(await onWay(at('own/state'))).to.match(
      /own belongs to the user 12345, who could exchange what is in it; .*\(chown root .*own\)$/,
    );
    mkdirSync(at('shared'));
    chmodSync(at('shared'), 0o1777);
    mkdirSync(at('shared/theirs'));
    chownSync(at('shared/theirs'), STRANGER, STRANGER);
    expect(await onWay(at('shared/theirs'))).to.match(/theirs belongs to the user 12345/);
    symlinkSync(at('shared'), at('shared/link'));
    lchownSync(at('shared/link'), STRANGER, STRANGER);
    expect(await onWay(at('shared/link/own'))).to.match(
      /link is a symbolic link of the user 12345.*chown -h/,
    );
  });

  it('is found through the links that lead to it', async () => {
    symlinkSync('own', at('link'));
    expect(await onWay(at('link/state'))).to.equal(undefined);
    chmodSync(at('own'), 0o777);
    expect(await onWay(at('link/state'))).to.match(/\/own can be changed by everybody/);
    symlinkSync('loop', at('loop'));
    expect(await onWay(at('loop'))).to.match(/loop is a link, and nothing that a run makes/);
  });

  describe('below a directory is', () => {
    const below = async () => {
      const found = await findUntrustedWithin(files, at('own'));
      return found === undefined ? 'nothing' : describeUntrusted(found, files);
    };

    it('none where all is ours', async () => {
      writeFileSync(at('own/state/file'), 'x', { mode: 0o644 });
      expect(await below()).to.equal('nothing');
      expect(await findUntrustedWithin(files, at('not-there'))).to.equal(undefined);
    });

    it('a file or a directory that others may write', async () => {
      writeFileSync(at('own/state/file'), 'x');
      chmodSync(at('own/state/file'), 0o666);
      expect(await below()).to.match(/file can be changed by everybody/);
      rmSync(at('own/state/file'));
      chmodSync(at('own/state'), 0o1777);
      expect(await below()).to.match(/state can be changed by everybody/);
    });

    it('a link of ours to what others may write, and a file that has another name elsewhere', async () => {
      mkdirSync(at('open'));
      symlinkSync('../../open', at('own/state/link'));
      symlinkSync('.', at('own/state/circle'));
      expect(await below()).to.equal('nothing');
      writeFileSync(at('open/file'), 'x');
      chmodSync(at('open/file'), 0o666);
      expect(await below()).to.match(/open\/file can be changed by everybody/);
      chmodSync(at('open'), 0o777);
      expect(await below()).to.match(/open can be changed by everybody/);
      rmSync(at('own/state/link'));
      writeFileSync(at('elsewhere'), 'x');
      linkSync(at('elsewhere'), at('own/state/named'));
      expect(await below()).to.match(/named has other names as well/);
    });

    it('what another user has left there', async function () {
      if (!isRoot) this.skip();
      mkdirSync(at('own/state/py3compile'));
      chownSync(at('own/state/py3compile'), STRANGER, STRANGER);
      expect(await below()).to.match(/py3compile belongs to the user 12345/);
    });
  });
});
