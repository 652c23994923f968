import {
  chmodSync,
  chownSync,
  lchownSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { hostsWithFiles } from '../../hosts-with-files.js';
import { ALICE, asRootAlone, BOB, ownRoot } from './own-root.js';
import { refusalOf } from './refusal-of.js';

for (const { name, openFiles } of hostsWithFiles) {
  describe(`links of other users on the way to a file of ${name}`, () => {
    const files = openFiles();
    const root = ownRoot();
    let alice: string;

    asRootAlone();

    beforeEach(() => {
      alice = directory('alice', ALICE);
      directory('etc', 0);
      writeFileSync(root.in('etc/file'), 'precious');
    });

    function directory(name: string, uid: number, mode = 0o755): string {
      const path = root.in(name);
      mkdirSync(path);
      chownSync(path, uid, uid);
      chmodSync(path, mode);
      return path;
    }

    function link(name: string, target: string, uid: number): string {
      const path = root.in(name);
      symlinkSync(target, path);
      lchownSync(path, uid, uid);
      return path;
    }

    /** All that can be done below a directory. */
    const deeds: Readonly<Record<string, (below: string) => Promise<unknown>>> = {
      'look at': async (below) => throwOf((await files.status([join(below, 'file')]))[0]),
      resolve: async (below) => throwOf((await files.resolve([join(below, 'file')]))[0]),
      read: async (below) => throwOf((await files.read([join(below, 'file')]))[0]),
      stream: async (below) => (await files.stream(join(below, 'file')))?.content.destroy(),
      list: (below) => files.list(below),
      write: (below) => files.write(join(below, 'file'), 'x'),
      make: (below) => files.write(join(below, 'new'), 'x'),
      'make a directory': (below) => files.makeDirectory(join(below, 'new')),
      link: (below) => files.link(join(below, 'new'), '/nowhere'),
      remove: (below) => files.remove(join(below, 'file')),
      'remove all': (below) => files.remove(join(below, 'file'), { recursive: true }),
      'change the mode of': (below) => files.setAccess(join(below, 'file'), { mode: 0o777 }),
      'append to': (below) => files.append(join(below, 'file'), 'x'),
    };

    function throwOf(found: unknown): void {
      if (found instanceof Error) throw found;
    }

    for (const [doing, deed] of Object.entries(deeds)) {
      it(`are not followed to what is root's: ${doing}`, async () => {
        const bin = link('alice/bin', '../etc', ALICE);
        const error = await refusalOf(deed(bin));
        expect(error.message).to.match(
          new RegExp(
            `^cannot follow ${bin}: it is a symbolic link of the user ${ALICE}, who can point it anywhere, and it leads to ${root.path}/etc of the user root; name that path itself, or make the link root's \\(chown -h root ${bin}\\) if it is meant, or remove it$`,
          ),
        );
        expect(error.code).to.equal('ENOLINK');
        expect(readFileSync(root.in('etc/file'), 'utf8')).to.equal('precious');
        expect(statSync(root.in('etc/file')).mode & 0o777).to.equal(0o644);
      });

      it(`are followed to what is the same user's: ${doing}`, async () => {
        const tools = directory('tools', ALICE);
        writeFileSync(join(tools, 'file'), '');
        await deed(link('alice/bin', tools, ALICE));
      });
    }

    it('are followed by absolute targets, through several links, and where nothing is yet, by the same rule', async () => {
      for (const [name, target] of [
        ['absolute', root.in('etc')],
        ['second', 'absolute'],
        ['missing', root.in('etc/none/at/all')],
      ] as const) {
        const path = link(`alice/${name}`, target, ALICE);
        const [found] = await files.resolve([join(path, 'file')]);
        expect(found, name).to.be.an.instanceOf(Error).with.property('code', 'ENOLINK');
      }
    });

    it('are not followed from one user to another', async () => {
      directory('bob', BOB);
      const error = await refusalOf(files.write(join(link('alice/bin', '../bob', ALICE), 'x'), ''));
      expect(error).to.have.property('code', 'ENOLINK');
    });

    it('are not followed at the end of a path', async () => {
      const path = link('alice/file', '../etc/file', ALICE);
      expect((await files.read([path]))[0]).to.have.property('code', 'ENOLINK');
      expect(await refusalOf(files.stream(path))).to.have.property('code', 'ENOLINK');
      expect((await files.resolve([path]))[0]).to.have.property('code', 'ENOLINK');
      expect((await files.status([path]))[0]).to.include({ kind: 'link', target: '../etc/file' });
    });

    it('are followed at the end of a path to a file of the same user', async () => {
      writeFileSync(join(alice, 'real'), 'hers');
      chownSync(join(alice, 'real'), ALICE, ALICE);
      const path = link('alice/file', 'real', ALICE);
      expect(String((await files.read([path]))[0])).to.equal('hers');
    });

    it("are followed where they are root's", async () => {
      await files.write(join(link('alice/roots', '../etc', 0), 'file'), 'two');
      expect(readFileSync(root.in('etc/file'), 'utf8')).to.equal('two');
    });

    it('are not followed in a directory that was given to root with them', async () => {
      const conf = link('alice/conf', '../etc', ALICE);
      await files.setAccess(alice, { uid: 0, gid: 0 });
      const error = await refusalOf(files.write(join(conf, 'file'), 'x'));
      expect(error).to.have.property('code', 'ENOLINK');
      expect(readFileSync(root.in('etc/file'), 'utf8')).to.equal('precious');
    });

    it('are refused with several names, whosever they are', async () => {
      linkSync(link('roots', root.in('etc'), 0), join(alice, 'bin'));
      const error = await refusalOf(files.write(join(alice, 'bin/file'), ''));
      expect(error.message).to.contain(
        'it is a symbolic link with several names, in a directory that others can write',
      );
    });

    it('are refused in directories that a group or everybody can write', async () => {
      directory('shared', 0, 0o775);
      directory('public', 0, 0o1777);
      for (const name of ['shared/bin', 'public/bin']) {
        const path = link(name, '../etc', ALICE);
        expect(await refusalOf(files.write(join(path, 'file'), '')), name).to.have.property(
          'code',
          'ENOLINK',
        );
      }
    });

    it('can still be looked at, replaced and removed themselves', async () => {
      const path = link('alice/bin', '../etc', ALICE);
      await files.link(path, 'elsewhere');
      expect((await files.status([path]))[0]).to.include({ target: 'elsewhere', uid: ALICE });
      await files.remove(path);
      expect((await files.status([path]))[0]).to.equal(undefined);
    });

    it('are followed anywhere by who only looks and says so', async () => {
      const path = join(link('alice/bin', '../etc', ALICE), 'file');
      expect((await files.status([path], { links: 'any' }))[0]).to.include({ kind: 'file' });
      expect((await files.resolve([path], { links: 'any' }))[0]).to.include({ path: root.in('etc/file') });
    });
  });
}
