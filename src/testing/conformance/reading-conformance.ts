import { buffer } from 'node:stream/consumers';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { HostError } from '../../hosts/host-error.js';
import { expectRefusal } from './expect-refusal.js';
import { type HostUnderTest, REFUSAL } from './host-under-test.js';

/** Declares the specs of `HostFiles.read`, `stream` and `list`. */
export function readingConforms(tested: HostUnderTest): void {
  const { at, expect, textOf } = tested;

  describe('read', () => {
    it('gives contents byte by byte in the order of the paths, and undefined for what is not there', async () => {
      const binary = Buffer.from([0, 255, 13, 10, 128]);
      await tested.host.files.write(at('binary'), binary);
      await tested.host.files.write(at('empty'), '');
      const contents = await tested.host.files.read(['empty', 'missing', 'binary', 'binary/below'].map(at));
      expect(contents).to.deep.equal([Buffer.alloc(0), undefined, binary, undefined]);
    });

    it('reads large files whole', async () => {
      const large = Buffer.alloc(3 * 1024 * 1024 + 1, 'glance');
      await tested.host.files.write(at('large'), large);
      const [content] = await tested.host.files.read([at('large')]);
      expect((content as Buffer).equals(large)).to.equal(true);
    });

    it('gives buffers that later reads leave alone', async () => {
      await tested.host.files.write(at('one'), 'one');
      await tested.host.files.write(at('two'), 'two');
      const contents = await tested.host.files.read([at('one'), at('two')]);
      await tested.host.files.read([at('two')]);
      expect(contents.map(String)).to.deep.equal(['one', 'two']);
    });

    it('follows links, and says undefined where they lead nowhere', async () => {
      await tested.host.files.write(at('file'), 'through');
      await tested.host.files.link(at('link'), 'file');
      await tested.host.files.link(at('dangling'), 'nothing');
      expect(await textOf('link')).to.equal('through');
      expect(await tested.host.files.read([at('dangling')])).to.deep.equal([undefined]);
    });

    it('gives the error in the place of a directory', async () => {
      await tested.host.files.write(at('file'), 'x');
      const [directory, file] = await tested.host.files.read([tested.candidate.directory, at('file')]);
      expect(directory).to.be.instanceOf(HostError).with.property('code', 'EISDIR');
      expect(directory).to.have.property('message').that.matches(REFUSAL);
      expect(String(file)).to.equal('x');
    });
  });

  describe('stream', () => {
    it('gives a file piece by piece, through links, with its size, and says undefined for what is not there', async () => {
      const large = Buffer.alloc(3 * 1024 * 1024 + 1, 'glance');
      await tested.host.files.write(at('large'), large);
      await tested.host.files.link(at('link'), 'large');
      const stream = await tested.host.files.stream(at('link'));
      expect(stream?.status.size).to.equal(large.length);
      expect((await buffer(ensureDefined(stream?.content))).equals(large)).to.equal(true);
      expect(await stream?.unchanged()).to.equal(true);
      expect(await tested.host.files.stream(at('missing'))).to.equal(undefined);
      expect(await tested.host.files.stream(at('large/below'))).to.equal(undefined);
    });

    it('knows when the file was written to meanwhile', async () => {
      await tested.host.files.write(at('file'), 'x');
      const stream = await tested.host.files.stream(at('file'));
      stream?.content.destroy();
      await tested.host.files.write(at('file'), 'longer');
      expect(await stream?.unchanged()).to.equal(false);
    });

    it('refuses a directory', async () => {
      await expectRefusal(
        tested.host.files.stream(tested.candidate.directory),
        'EISDIR',
        tested.candidate.directory,
      );
    });
  });

  describe('list', () => {
    it('sorts the names as JavaScript does, hidden ones too', async () => {
      for (const name of ['b', 'a', '\uFF5E', '😀', '.hidden', 'B', '10', '9'])
        await tested.host.files.write(at(name), '');
      expect(await tested.host.files.list(tested.candidate.directory)).to.deep.equal([
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
      await tested.host.files.write(at('file'), '');
      expect(await tested.host.files.list(at('missing'))).to.equal(undefined);
      expect(await tested.host.files.list(at('file/below'))).to.equal(undefined);
    });

    it('refuses a file', async () => {
      await tested.host.files.write(at('file'), '');
      await expectRefusal(tested.host.files.list(at('file')), 'ENOTDIR', at('file'));
    });
  });
}
