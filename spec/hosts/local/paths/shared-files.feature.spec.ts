import { chmodSync, chownSync, linkSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { hostsWithFiles } from '../../hosts-with-files.js';
import { ALICE, asRootAlone, ownRoot } from './own-root.js';
import { refusalOf } from './refusal-of.js';

for (const { name, openFiles } of hostsWithFiles) {
  describe(`a name in the directory of another user for a file of ${name} that has others`, () => {
    const files = openFiles();
    const root = ownRoot();
    let name: string;

    asRootAlone();

    beforeEach(() => {
      mkdirSync(root.in('alice'));
      writeFileSync(root.in('shadow'), 'secret', { mode: 0o600 });
      name = root.in('alice/name');
      linkSync(root.in('shadow'), name);
      chownSync(root.in('alice'), ALICE, ALICE);
    });

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
        const error = await refusalOf(deed());
        expect(error.message).to.contain(`cannot ${doing} ${name}: ${words}`);
        expect(error).to.have.property('code', 'EMLINK');
        expect(statSync(root.in('shadow'))).to.include({ uid: 0, size: 6 });
        expect(statSync(root.in('shadow')).mode & 0o777).to.equal(0o600);
      });
    }

    it('can be removed, which leaves the other', async () => {
      await files.remove(name);
      expect(statSync(root.in('shadow'))).to.include({ nlink: 1 });
    });

    it("is that user's own affair where the file is", async () => {
      chownSync(root.in('shadow'), ALICE, ALICE);
      await files.setAccess(name, { mode: 0o640 });
      expect(statSync(name).mode & 0o777).to.equal(0o640);
    });

    it("is as good as any other in a directory of root's", async () => {
      chownSync(root.in('alice'), 0, 0);
      await files.setAccess(name, { mode: 0o640 });
      await files.write(name, 'x');
      expect(statSync(root.in('shadow'))).to.include({ nlink: 1, size: 6 });
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
        expect(String(error)).to.contain(
          `cannot write ${name}: it has set-id bits (setuid or setgid) for the user root`,
        );
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
}
