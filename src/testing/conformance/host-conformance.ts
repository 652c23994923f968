import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Host } from '../../hosts/host.js';
import { HostError } from '../../hosts/host-error.js';
import type { FileStatus } from '../../hosts/host-files.js';
import type { RunLock } from '../../hosts/run-lock.js';
import { expectRefusal } from './expect-refusal.js';

/** A host that is tested for conformance. */
export interface HostCandidate {
  readonly host: Host;
  /** An empty directory on it. */
  readonly directory: string;
  /** Whom new files belong to. */
  readonly uid: number;
  readonly gid: number;
  /** Whether the host lets it give files to others. */
  readonly isRoot: boolean;
  dispose(): Promise<void>;
}

/** A refusal says what could not be done, and why. */
const DEED = /^cannot \w.*: \S/;

/**
 * Declares the specs that every host must pass, whatever it is made of: those of `HostFiles`, of commands, and of the lock
 * of a run. They run in mocha, or in any runner that has `describe`, `it`, `beforeEach` and `afterEach` as globals, and
 * need chai.
 * @param name What the host is, for the titles of the specs.
 * @param create Makes a host for each spec, with an empty directory on it.
 * @example
 * conformsToHost('a host behind ssh', async () => ({ host, directory, uid: 0, gid: 0, isRoot: true, dispose }));
 */
export function conformsToHost(name: string, create: () => Promise<HostCandidate>): void {
  describe(`${name} as a host`, () => {
    let candidate: HostCandidate;
    let expect: Chai.ExpectStatic;
    let host: Host;
    const at = (path: string) => join(candidate.directory, path);
    const statusOf = async (path: string) =>
      (await host.files.status([at(path)]))[0] as FileStatus | undefined;
    const textOf = async (path: string) => String((await host.files.read([at(path)]))[0]);

    beforeEach(async () => {
      // Loaded on demand: specs that use none of this need no chai.
      ({ expect } = await import('chai'));
      candidate = await create();
      host = candidate.host;
    });
    afterEach(() => candidate.dispose());

    describe('status', () => {
      it('keeps the order of the paths, and says undefined for what is not there', async () => {
        await host.files.write(at('file'), 'four');
        await host.files.makeDirectory(at('directory'));
        await host.files.link(at('link'), 'file');
        const paths = ['link', 'missing', 'directory', 'file', 'missing/below', 'file/below'].map(at);
        const kinds = (await host.files.status(paths)).map((one) => (one instanceof Error ? one : one?.kind));
        expect(kinds).to.deep.equal(['link', undefined, 'directory', 'file', undefined, undefined]);
      });

      it('tells mode, owner, size and time of a file', async () => {
        const before = Date.now() - 5000;
        await host.files.write(at('file'), 'grüße', { mode: 0o4750 });
        const { modified, accessed, changed, ...status } = ensureDefined(await statusOf('file'));
        const { uid, gid } = candidate;
        expect(status).to.deep.equal({ kind: 'file', mode: 0o4750, uid, gid, size: 7 });
        for (const time of [modified, accessed, changed])
          expect(time).to.be.within(before, Date.now() + 5000);
      });

      it('tells where a link points, also where nothing is', async () => {
        await host.files.link(at('link'), '../no/where');
        expect(await statusOf('link')).to.include({ kind: 'link', target: '../no/where' });
      });

      it('follows links on the way to a path, not at its end', async () => {
        await host.files.makeDirectory(at('directory'));
        await host.files.write(at('directory/file'), 'x');
        await host.files.link(at('way'), 'directory');
        expect((await statusOf('way/file'))?.kind).to.equal('file');
        expect((await statusOf('way'))?.kind).to.equal('link');
      });

      it('answers nothing when asked for nothing', async () => {
        expect(await host.files.status([])).to.deep.equal([]);
      });

      it('gives the error in the place of a path that leads in a circle', async () => {
        await host.files.link(at('a'), 'b');
        await host.files.link(at('b'), 'a');
        await host.files.write(at('good'), '');
        const [circle, good] = await host.files.status([at('a/file'), at('good')]);
        expect(circle).to.be.instanceOf(HostError).with.property('code', 'ELOOP');
        expect(circle).to.have.property('message').that.matches(DEED);
        expect(good).to.have.property('kind', 'file');
      });
    });

    describe('resolve', () => {
      const resolved = async (...paths: readonly string[]) =>
        (await host.files.resolve(paths.map(at))).map((one) =>
          one instanceof Error
            ? one
            : [one.path, one.entry].map((path) => path.slice(root.length)).join(' as '),
        );
      let root: string;

      beforeEach(async () => {
        const [real] = await host.files.resolve([candidate.directory]);
        root = real instanceof Error ? '' : `${real?.path}/`;
      });

      it('finds one file behind links, linked directories and dots', async () => {
        await host.files.makeDirectory(at('real'));
        await host.files.write(at('real/file'), '');
        await host.files.link(at('way'), 'real');
        await host.files.link(at('link'), 'way/file');
        const names = ['real/file', 'way/file', 'link', 'way/./file', 'real//file'];
        expect(await resolved(...names)).to.deep.equal([
          'real/file as real/file',
          'real/file as real/file',
          'real/file as link',
          'real/file as real/file',
          'real/file as real/file',
        ]);
      });

      it('tells where a file would be that is not there yet', async () => {
        await host.files.makeDirectory(at('real'));
        await host.files.link(at('way'), 'real');
        await host.files.link(at('link'), 'way/new');
        expect(await resolved('way/new', 'link', 'way/no/such/file')).to.deep.equal([
          'real/new as real/new',
          'real/new as link',
          'real/no/such/file as real/no/such/file',
        ]);
      });

      it('gives the error in the place of a path that leads through a circle, and a link in a circle itself', async () => {
        await host.files.link(at('a'), 'b');
        await host.files.link(at('b'), 'a');
        const [circle, link, good] = await resolved('a/file', 'a', 'good');
        expect(circle).to.be.instanceOf(HostError).with.property('code', 'ELOOP');
        expect(circle).to.have.property('message').that.matches(DEED);
        expect([link, good]).to.deep.equal(['a as a', 'good as good']);
      });

      it('gives a link itself that leads below a file', async () => {
        await host.files.write(at('file'), '');
        await host.files.link(at('link'), 'file/below');
        expect(await resolved('link')).to.deep.equal(['link as link']);
      });
    });

    describe('read', () => {
      it('gives contents byte by byte in the order of the paths, and undefined for what is not there', async () => {
        const binary = Buffer.from([0, 255, 13, 10, 128]);
        await host.files.write(at('binary'), binary);
        await host.files.write(at('empty'), '');
        const contents = await host.files.read(['empty', 'missing', 'binary', 'binary/below'].map(at));
        expect(contents).to.deep.equal([Buffer.alloc(0), undefined, binary, undefined]);
      });

      it('reads large files whole', async () => {
        const large = Buffer.alloc(3 * 1024 * 1024 + 1, 'glance');
        await host.files.write(at('large'), large);
        const [content] = await host.files.read([at('large')]);
        expect((content as Buffer).equals(large)).to.equal(true);
      });

      it('gives buffers that later reads leave alone', async () => {
        await host.files.write(at('one'), 'one');
        await host.files.write(at('two'), 'two');
        const contents = await host.files.read([at('one'), at('two')]);
        await host.files.read([at('two')]);
        expect(contents.map(String)).to.deep.equal(['one', 'two']);
      });

      it('follows links, and says undefined where they lead nowhere', async () => {
        await host.files.write(at('file'), 'through');
        await host.files.link(at('link'), 'file');
        await host.files.link(at('dangling'), 'nothing');
        expect(await textOf('link')).to.equal('through');
        expect(await host.files.read([at('dangling')])).to.deep.equal([undefined]);
      });

      it('gives the error in the place of a directory', async () => {
        await host.files.write(at('file'), 'x');
        const [directory, file] = await host.files.read([candidate.directory, at('file')]);
        expect(directory).to.be.instanceOf(HostError).with.property('code', 'EISDIR');
        expect(directory).to.have.property('message').that.matches(DEED);
        expect(String(file)).to.equal('x');
      });
    });

    describe('stream', () => {
      it('gives a file piece by piece, through links, with its size, and says undefined for what is not there', async () => {
        const large = Buffer.alloc(3 * 1024 * 1024 + 1, 'glance');
        await host.files.write(at('large'), large);
        await host.files.link(at('link'), 'large');
        const stream = await host.files.stream(at('link'));
        expect(stream?.status.size).to.equal(large.length);
        expect((await buffer(ensureDefined(stream?.content))).equals(large)).to.equal(true);
        expect(await stream?.unchanged()).to.equal(true);
        expect(await host.files.stream(at('missing'))).to.equal(undefined);
        expect(await host.files.stream(at('large/below'))).to.equal(undefined);
      });

      it('knows when the file was written to meanwhile', async () => {
        await host.files.write(at('file'), 'x');
        const stream = await host.files.stream(at('file'));
        stream?.content.destroy();
        await host.files.write(at('file'), 'longer');
        expect(await stream?.unchanged()).to.equal(false);
      });

      it('refuses a directory', async () => {
        await expectRefusal(host.files.stream(candidate.directory), 'EISDIR', candidate.directory);
      });
    });

    describe('list', () => {
      it('sorts the names as JavaScript does, hidden ones too', async () => {
        for (const name of ['b', 'a', '\uFF5E', '😀', '.hidden', 'B', '10', '9'])
          await host.files.write(at(name), '');
        expect(await host.files.list(candidate.directory)).to.deep.equal([
          '.hidden',
          '10',
          '9',
          'B',
          'a',
          'b',
          '😀',
          '\uFF5E',
        ]);
      });

      it('says undefined for a directory that is not there', async () => {
        await host.files.write(at('file'), '');
        expect(await host.files.list(at('missing'))).to.equal(undefined);
        expect(await host.files.list(at('file/below'))).to.equal(undefined);
      });

      it('refuses a file', async () => {
        await host.files.write(at('file'), '');
        await expectRefusal(host.files.list(at('file')), 'ENOTDIR', at('file'));
      });
    });

    describe('write', () => {
      it('makes a new file with mode 0644, whatever the umask', async () => {
        await host.files.write(at('new'), 'content\n');
        expect(await textOf('new')).to.equal('content\n');
        expect((await statusOf('new'))?.mode).to.equal(0o644);
      });

      it('keeps mode and owner of the file that it replaces', async () => {
        await host.files.write(at('file'), 'old', { mode: 0o2640 });
        await host.files.write(at('file'), 'new');
        expect(await statusOf('file')).to.include({ mode: 0o2640, uid: candidate.uid, gid: candidate.gid });
        expect(await textOf('file')).to.equal('new');
      });

      it('changes the mode where one is given', async () => {
        await host.files.write(at('file'), 'old', { mode: 0o600 });
        await host.files.write(at('file'), 'new', { mode: 0o664 });
        expect((await statusOf('file'))?.mode).to.equal(0o664);
      });

      it('replaces a link, and leaves alone what it points to', async () => {
        await host.files.write(at('pointed'), 'precious', { mode: 0o600 });
        await host.files.link(at('link'), 'pointed');
        await host.files.write(at('link'), 'own');
        expect(await statusOf('link')).to.include({ kind: 'file', mode: 0o644 });
        expect(await textOf('pointed')).to.equal('precious');
      });

      it('writes a file whose name is as long as names can be', async () => {
        const name = 'ü'.repeat(127);
        await host.files.write(at(name), 'x');
        expect(await host.files.list(candidate.directory)).to.deep.equal([name]);
      });

      it('leaves nothing else in the directory', async () => {
        await host.files.write(at('file'), 'x');
        await host.files.write(at('file'), 'y');
        expect(await host.files.list(candidate.directory)).to.deep.equal(['file']);
      });

      it('refuses a path without its directory, below a file, and a directory, and leaves nothing behind', async () => {
        await host.files.write(at('file'), 'x');
        await host.files.makeDirectory(at('directory'));
        await expectRefusal(host.files.write(at('missing/file'), 'x'), 'ENOENT', at('missing/file'));
        await expectRefusal(host.files.write(at('file/below'), 'x'), 'ENOTDIR', at('file/below'));
        await expectRefusal(host.files.write(at('directory'), 'x'), 'EISDIR', at('directory'));
        expect(await host.files.list(candidate.directory)).to.deep.equal(['directory', 'file']);
      });

      it('writes a stream as it writes a text: with access that is kept, or mode 0644', async () => {
        await host.files.write(at('old'), 'old', { mode: 0o2640 });
        await host.files.write(at('old'), Readable.from(['gr', Buffer.from('üße')]));
        expect(await textOf('old')).to.equal('grüße');
        expect(await statusOf('old')).to.include({ mode: 0o2640, size: 7 });
        await host.files.write(at('new'), Readable.from([]));
        expect(await statusOf('new')).to.include({ mode: 0o644, size: 0 });
        expect(await host.files.list(candidate.directory)).to.deep.equal(['new', 'old']);
      });

      it('copies a file that it reads piece by piece', async () => {
        const large = Buffer.alloc(3 * 1024 * 1024 + 1, 'glance');
        await host.files.write(at('from'), large);
        const stream = await host.files.stream(at('from'));
        await host.files.write(at('to'), ensureDefined(stream?.content), { mode: 0o600 });
        expect(((await host.files.read([at('to')]))[0] as Buffer).equals(large)).to.equal(true);
      });

      it('leaves the file as it was where the stream fails in the middle, and throws its error', async () => {
        await host.files.write(at('file'), 'old');
        async function* broken() {
          yield Buffer.alloc(1024 * 1024);
          throw new HostError('cannot read /a: the device reports an error (EIO)', 'EIO', '/a');
        }
        const error: unknown = await host.files
          .write(at('file'), Readable.from(broken()))
          .catch((thrown: unknown) => thrown);
        expect(error).to.include({ code: 'EIO', path: '/a' });
        expect(await textOf('file')).to.equal('old');
        expect(await host.files.list(candidate.directory)).to.deep.equal(['file']);
      });

      it('destroys a stream that it could not write', async () => {
        const content = Readable.from(['x']);
        await expectRefusal(host.files.write(at('missing/file'), content), 'ENOENT', at('missing/file'));
        expect(content.destroyed).to.equal(true);
      });

      it('writes many files at once', async () => {
        const names = Array.from({ length: 100 }, (_, index) => `file${index}`);
        await Promise.all(names.map((name) => host.files.write(at(name), name)));
        const contents = await host.files.read(names.map(at));
        expect(contents.map(String)).to.deep.equal(names);
      });
    });

    describe('makeDirectory', () => {
      it('makes it with mode 0755, or the one that is given', async () => {
        await host.files.makeDirectory(at('usual'));
        await host.files.makeDirectory(at('special'), { mode: 0o1730 });
        expect(await statusOf('usual')).to.include({ kind: 'directory', mode: 0o755, uid: candidate.uid });
        expect((await statusOf('special'))?.mode).to.equal(0o1730);
      });

      it('refuses one that is there, and one whose parent is not', async () => {
        await host.files.makeDirectory(at('there'));
        await expectRefusal(host.files.makeDirectory(at('there')), 'EEXIST', at('there'));
        await expectRefusal(host.files.makeDirectory(at('no/parent')), 'ENOENT', at('no/parent'));
      });
    });

    describe('link', () => {
      it('makes a link, and points it elsewhere', async () => {
        await host.files.link(at('link'), 'one');
        await host.files.link(at('link'), '/else/where');
        expect(await statusOf('link')).to.include({ kind: 'link', target: '/else/where' });
        expect(await host.files.list(candidate.directory)).to.deep.equal(['link']);
      });

      it('puts a link in the place of a file, and not in that of a directory', async () => {
        await host.files.write(at('file'), 'old');
        await host.files.link(at('file'), 'target');
        expect(await statusOf('file')).to.include({ kind: 'link', target: 'target' });
        await host.files.makeDirectory(at('directory'));
        await expectRefusal(host.files.link(at('directory'), 'target'), 'EEXIST', at('directory'));
        expect(await host.files.list(candidate.directory)).to.have.members(['directory', 'file']);
      });
    });

    describe('remove', () => {
      it('removes a file, and a link but not what it points to', async () => {
        await host.files.makeDirectory(at('directory'));
        await host.files.write(at('directory/kept'), 'kept');
        await host.files.link(at('link'), 'directory');
        await host.files.write(at('file'), '');
        await host.files.remove(at('link'), { recursive: true });
        await host.files.remove(at('file'));
        expect(await host.files.list(candidate.directory)).to.deep.equal(['directory']);
        expect(await textOf('directory/kept')).to.equal('kept');
      });

      it('is content where there is nothing', async () => {
        await host.files.write(at('file'), '');
        await host.files.remove(at('missing'));
        await host.files.remove(at('missing/below'), { recursive: true });
        await host.files.remove(at('file/below'));
        expect(await host.files.list(candidate.directory)).to.deep.equal(['file']);
      });

      it('removes a directory only where it is told to take all that is in it', async () => {
        await host.files.makeDirectory(at('directory'));
        await host.files.makeDirectory(at('directory/inner'));
        await host.files.write(at('outside'), 'outside');
        await host.files.link(at('directory/inner/link'), '../../outside');
        await expectRefusal(host.files.remove(at('directory')), 'EISDIR', at('directory'));
        await host.files.remove(at('directory'), { recursive: true });
        expect(await host.files.list(candidate.directory)).to.deep.equal(['outside']);
      });
    });

    describe('setAccess', () => {
      it('changes the mode of files and directories', async () => {
        await host.files.write(at('file'), '', { mode: 0o600 });
        await host.files.makeDirectory(at('directory'));
        await host.files.setAccess(at('file'), { mode: 0o4755 });
        await host.files.setAccess(at('directory'), { mode: 0o1777 });
        expect((await statusOf('file'))?.mode).to.equal(0o4755);
        expect((await statusOf('directory'))?.mode).to.equal(0o1777);
      });

      it('opens up a file that its own mode keeps its owner from', async () => {
        await host.files.write(at('file'), '', { mode: 0o000 });
        await host.files.setAccess(at('file'), { mode: 0o640 });
        expect((await statusOf('file'))?.mode).to.equal(0o640);
      });

      it('takes the owner that is there for no change', async () => {
        const { uid, gid } = candidate;
        await host.files.write(at('file'), '', { mode: 0o4755 });
        await host.files.setAccess(at('file'), { uid, gid });
        expect(await statusOf('file')).to.include({ uid, gid, mode: 0o4755 });
      });

      it('never reaches through a link', async () => {
        await host.files.write(at('file'), '', { mode: 0o600 });
        await host.files.link(at('link'), 'file');
        await host.files.setAccess(at('link'), { mode: 0o666, uid: candidate.uid });
        expect((await statusOf('file'))?.mode).to.equal(0o600);
      });

      it('refuses what is not there', async () => {
        await expectRefusal(host.files.setAccess(at('missing'), { mode: 0o600 }), 'ENOENT', at('missing'));
      });

      it('gives files to others where it may, and says what is missing where it may not', async () => {
        await host.files.write(at('file'), 'x', { mode: 0o4755 });
        if (!candidate.isRoot) {
          const before = await statusOf('file');
          await expectRefusal(host.files.setAccess(at('file'), { uid: 12345 }), 'EPERM', at('file'));
          await expectRefusal(host.files.write(at('file'), 'y', { uid: 12345 }), 'EPERM', at('file'));
          await expectRefusal(host.files.makeDirectory(at('new'), { uid: 12345 }), 'EPERM', at('new'));
          expect(await statusOf('file')).to.deep.equal(before);
          expect(await host.files.list(candidate.directory)).to.deep.equal(['file']);
          return;
        }
        await host.files.setAccess(at('file'), { uid: 12345 });
        // A program must not begin to run with the rights of its new owner.
        expect(await statusOf('file')).to.include({ uid: 12345, gid: candidate.gid, mode: 0o755 });
        await host.files.setAccess(at('file'), { uid: 1, gid: 2, mode: 0o4755 });
        expect(await statusOf('file')).to.include({ uid: 1, gid: 2, mode: 0o4755 });
        await host.files.write(at('file'), 'y');
        expect(await statusOf('file')).to.include({ uid: 1, gid: 2, mode: 0o4755 });
        await host.files.write(at('file'), 'z', { uid: 3 });
        expect(await statusOf('file')).to.include({ uid: 3, gid: 2, mode: 0o755 });
        await host.files.makeDirectory(at('directory'), { uid: 4, gid: 5, mode: 0o2750 });
        expect(await statusOf('directory')).to.include({ uid: 4, gid: 5, mode: 0o2750 });
      });
    });

    describe('append', () => {
      it('makes a file that only its owner may read, and adds to it', async () => {
        await host.files.append(at('journal'), 'one\n');
        await host.files.append(at('journal'), 'two\n');
        expect(await textOf('journal')).to.equal('one\ntwo\n');
        expect((await statusOf('journal'))?.mode).to.equal(0o600);
      });

      it('follows no link', async () => {
        await host.files.write(at('file'), 'x');
        await host.files.link(at('link'), 'file');
        await expectRefusal(host.files.append(at('link'), 'y'), 'ELOOP', at('link'));
        expect(await textOf('file')).to.equal('x');
      });

      it('refuses a path without its directory', async () => {
        await expectRefusal(host.files.append(at('missing/journal'), 'x'), 'ENOENT', at('missing/journal'));
      });
    });

    describe('run', () => {
      it('gives the reason where the program is not there', async () => {
        const result = await host.run({ argv: ['a-program-that-nobody-has', 'argument'] });
        expect(result).to.include({ status: null, failure: 'ENOENT', timedOut: false });
      });
    });

    describe('lock', () => {
      it('is held by one, names the holder to the others, and can be taken again once it was released', async () => {
        const first = (await host.lock('process 17, since 12:04:11')) as RunLock;
        expect(first.lost.aborted).to.equal(false);
        expect(await host.lock('process 18')).to.deep.equal({ heldBy: 'process 17, since 12:04:11' });
        await first.release();
        const second = (await host.lock('process 18')) as RunLock;
        expect(await host.lock('process 19')).to.deep.equal({ heldBy: 'process 18' });
        await second.release();
      });
    });
  });
}
