import { chmodSync, chownSync, linkSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LocalFiles } from '../../../../src/hosts/local/local-files.js';

const ALICE = 61_234;

describe('a name in the directory of another user for a file of this machine that has others', () => {
  const files = new LocalFiles();
  let root: string;
  let name: string;

  before(function () {
    if (process.getuid?.() !== 0) this.skip();
  });
  beforeEach(async () => {
    root = realpathSync(await mkdtemp(join(tmpdir(), 'glance-apply-shared-')));
    mkdirSync(join(root, 'alice'));
    writeFileSync(join(root, 'shadow'), 'secret', { mode: 0o600 });
    name = join(root, 'alice/name');
    linkSync(join(root, 'shadow'), name);
    chownSync(join(root, 'alice'), ALICE, ALICE);
  });
  afterEach(() => rm(root, { recursive: true }));

  const words = `this is one of 2 names (hard links) of a file of the user root, in a directory that others can write`;

  for (const [doing, deed] of [
    ['change the permissions of', () => files.setAccess(name, { uid: ALICE, mode: 0o666 })],
    ['write', () => files.write(name, 'x')],
    ['append to', () => files.append(name, 'x')],
    ['read', () => files.stream(name)],
    [
      'read',
      async () => {
        const [found] = await files.read([name]);
        if (found instanceof Error) throw found;
      },
    ],
  ] as const) {
    it(`is refused: ${doing}`, async () => {
      const error = await deed().then(
        () => new Error('it was done'),
        (thrown: Error) => thrown,
      );
      expect(error.message).to.contain(`cannot ${doing} ${name}: ${words}`);
      expect(error).to.have.property('code', 'EMLINK');
      expect(statSync(join(root, 'shadow'))).to.include({ uid: 0, size: 6 });
      expect(statSync(join(root, 'shadow')).mode & 0o777).to.equal(0o600);
    });
  }

  it('can be removed, which leaves the other', async () => {
    await files.remove(name);
    expect(statSync(join(root, 'shadow'))).to.include({ nlink: 1 });
  });

  it("is that user's own affair where the file is", async () => {
    chownSync(join(root, 'shadow'), ALICE, ALICE);
    await files.setAccess(name, { mode: 0o640 });
    expect(statSync(name).mode & 0o777).to.equal(0o640);
  });

  it("is as good as any other in a directory of root's", async () => {
    chownSync(join(root, 'alice'), 0, 0);
    await files.setAccess(name, { mode: 0o640 });
    await files.write(name, 'x');
    expect(statSync(join(root, 'shadow'))).to.include({ nlink: 1, size: 6 });
  });

  describe('alone', () => {
    beforeEach(() => files.remove(name));

    const program = (uid: number) => {
      writeFileSync(name, 'old');
      chownSync(name, uid, uid);
      chmodSync(name, 0o4755);
    };

    it('keeps its set-id bits for a new content where they are its own', async () => {
      program(ALICE);
      await files.write(name, 'new');
      expect(statSync(name)).to.include({ uid: ALICE, size: 3 });
      expect(statSync(name).mode & 0o7777).to.equal(0o4755);
    });

    it('gives the bits of another to no new content, unless the mode says so', async () => {
      program(0);
      const error = await files.write(name, 'newer').catch((thrown: Error) => thrown);
      expect(String(error)).to.contain(`cannot write ${name}: it runs as the user root (setuid or setgid)`);
      expect(statSync(name).size).to.equal(3);
      await files.write(name, 'newer', { mode: 0o4711 });
      expect(statSync(name).mode & 0o7777).to.equal(0o4711);
    });

    it('loses the bits when it is given to somebody else', async () => {
      program(ALICE);
      await files.setAccess(name, { uid: 0, gid: 0 });
      expect(statSync(name).mode & 0o7777).to.equal(0o755);
    });
  });
});
