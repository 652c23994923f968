import { Readable } from 'node:stream';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { HostError } from '../../hosts/host-error.js';
import { expectRefusal } from './expect-refusal.js';
import type { HostUnderTest } from './host-under-test.js';

/** Declares the specs of `HostFiles.write` and `append`. */
export function writingConforms(tested: HostUnderTest): void {
  const { at, expect, statusOf, textOf } = tested;

  describe('write', () => {
    it('makes a new file with mode 0644, whatever the umask', async () => {
      await tested.host.files.write(at('new'), 'content\n');
      expect(await textOf('new')).to.equal('content\n');
      expect((await statusOf('new'))?.mode).to.equal(0o644);
    });

    it('keeps mode and owner of the file that it replaces', async () => {
      await tested.host.files.write(at('file'), 'old', { mode: 0o2640 });
      await tested.host.files.write(at('file'), 'new');
      expect(await statusOf('file')).to.include({
        mode: 0o2640,
        uid: tested.candidate.uid,
        gid: tested.candidate.gid,
      });
      expect(await textOf('file')).to.equal('new');
    });

    it('changes the mode where one is given', async () => {
      await tested.host.files.write(at('file'), 'old', { mode: 0o600 });
      await tested.host.files.write(at('file'), 'new', { mode: 0o664 });
      expect((await statusOf('file'))?.mode).to.equal(0o664);
    });

    it('replaces a link, and leaves alone what it points to', async () => {
      await tested.host.files.write(at('pointed'), 'precious', { mode: 0o600 });
      await tested.host.files.link(at('link'), 'pointed');
      await tested.host.files.write(at('link'), 'own');
      expect(await statusOf('link')).to.include({ kind: 'file', mode: 0o644 });
      expect(await textOf('pointed')).to.equal('precious');
    });

    it('writes a file whose name is as long as names can be', async () => {
      const name = 'ü'.repeat(127);
      await tested.host.files.write(at(name), 'x');
      expect(await tested.host.files.list(tested.candidate.directory)).to.deep.equal([name]);
    });

    it('leaves nothing else in the directory', async () => {
      await tested.host.files.write(at('file'), 'x');
      await tested.host.files.write(at('file'), 'y');
      expect(await tested.host.files.list(tested.candidate.directory)).to.deep.equal(['file']);
    });

    it('refuses a path without its directory, below a file, and a directory, and leaves nothing behind', async () => {
      await tested.host.files.write(at('file'), 'x');
      await tested.host.files.makeDirectory(at('directory'));
      await expectRefusal(tested.host.files.write(at('missing/file'), 'x'), 'ENOENT', at('missing/file'));
      await expectRefusal(tested.host.files.write(at('file/below'), 'x'), 'ENOTDIR', at('file/below'));
      await expectRefusal(tested.host.files.write(at('directory'), 'x'), 'EISDIR', at('directory'));
      expect(await tested.host.files.list(tested.candidate.directory)).to.deep.equal(['directory', 'file']);
    });

    it('writes a stream as it writes a text: with access that is kept, or mode 0644', async () => {
      await tested.host.files.write(at('old'), 'old', { mode: 0o2640 });
      await tested.host.files.write(at('old'), Readable.from(['gr', Buffer.from('üße')]));
      expect(await textOf('old')).to.equal('grüße');
      expect(await statusOf('old')).to.include({ mode: 0o2640, size: 7 });
      await tested.host.files.write(at('new'), Readable.from([]));
      expect(await statusOf('new')).to.include({ mode: 0o644, size: 0 });
      expect(await tested.host.files.list(tested.candidate.directory)).to.deep.equal(['new', 'old']);
    });

    it('copies a file that it reads piece by piece', async () => {
      const large = Buffer.alloc(3 * 1024 * 1024 + 1, 'glance');
      await tested.host.files.write(at('from'), large);
      const stream = await tested.host.files.stream(at('from'));
      await tested.host.files.write(at('to'), ensureDefined(stream?.content), { mode: 0o600 });
      expect(((await tested.host.files.read([at('to')]))[0] as Buffer).equals(large)).to.equal(true);
    });

    it('leaves the file as it was where the stream fails in the middle, and throws its error', async () => {
      await tested.host.files.write(at('file'), 'old');
      async function* broken() {
        yield Buffer.alloc(1024 * 1024);
        throw new HostError('cannot read /a: the device reports an error (EIO)', 'EIO', '/a');
      }
      const error: unknown = await tested.host.files
        .write(at('file'), Readable.from(broken()))
        .catch((thrown: unknown) => thrown);
      expect(error).to.include({ code: 'EIO', path: '/a' });
      expect(await textOf('file')).to.equal('old');
      expect(await tested.host.files.list(tested.candidate.directory)).to.deep.equal(['file']);
    });

    it('destroys a stream that it could not write', async () => {
      const content = Readable.from(['x']);
      await expectRefusal(tested.host.files.write(at('missing/file'), content), 'ENOENT', at('missing/file'));
      expect(content.destroyed).to.equal(true);
    });

    it('writes many files at once', async () => {
      const names = Array.from({ length: 100 }, (_, index) => `file${index}`);
      await Promise.all(names.map((name) => tested.host.files.write(at(name), name)));
      const contents = await tested.host.files.read(names.map(at));
      expect(contents.map(String)).to.deep.equal(names);
    });
  });

  describe('append', () => {
    it('makes a file that only its owner may read, and adds to it', async () => {
      await tested.host.files.append(at('journal'), 'one\n');
      await tested.host.files.append(at('journal'), 'two\n');
      expect(await textOf('journal')).to.equal('one\ntwo\n');
      expect((await statusOf('journal'))?.mode).to.equal(0o600);
    });

    it('follows no link', async () => {
      await tested.host.files.write(at('file'), 'x');
      await tested.host.files.link(at('link'), 'file');
      await expectRefusal(tested.host.files.append(at('link'), 'y'), 'ELOOP', at('link'));
      expect(await textOf('file')).to.equal('x');
    });

    it('refuses a path without its directory', async () => {
      await expectRefusal(
        tested.host.files.append(at('missing/journal'), 'x'),
        'ENOENT',
        at('missing/journal'),
      );
    });
  });
}
