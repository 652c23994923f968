import { expectRefusal } from './expect-refusal.js';
import type { HostUnderTest } from './host-under-test.js';

/** Declares the specs of `HostFiles.makeDirectory`, `link` and `remove`. */
export function entriesConform(tested: HostUnderTest): void {
  const { at, expect, statusOf, textOf } = tested;

  describe('makeDirectory', () => {
    it('makes it with mode 0755, or the one that is given', async () => {
      await tested.host.files.makeDirectory(at('usual'));
      await tested.host.files.makeDirectory(at('special'), { mode: 0o1730 });
      expect(await statusOf('usual')).to.include({
        kind: 'directory',
        mode: 0o755,
        uid: tested.candidate.uid,
      });
      expect((await statusOf('special'))?.mode).to.equal(0o1730);
    });

    it('refuses one that is there, and one whose parent is not', async () => {
      await tested.host.files.makeDirectory(at('there'));
      await expectRefusal(tested.host.files.makeDirectory(at('there')), 'EEXIST', at('there'));
      await expectRefusal(tested.host.files.makeDirectory(at('no/parent')), 'ENOENT', at('no/parent'));
    });
  });

  describe('link', () => {
    it('makes a link, and points it elsewhere', async () => {
      await tested.host.files.link(at('link'), 'one');
      await tested.host.files.link(at('link'), '/else/where');
      expect(await statusOf('link')).to.include({ kind: 'link', target: '/else/where' });
      expect(await tested.host.files.list(tested.candidate.directory)).to.deep.equal(['link']);
    });

    it('puts a link in the place of a file, and not in that of a directory', async () => {
      await tested.host.files.write(at('file'), 'old');
      await tested.host.files.link(at('file'), 'target');
      expect(await statusOf('file')).to.include({ kind: 'link', target: 'target' });
      await tested.host.files.makeDirectory(at('directory'));
      await expectRefusal(tested.host.files.link(at('directory'), 'target'), 'EEXIST', at('directory'));
      expect(await tested.host.files.list(tested.candidate.directory)).to.have.members(['directory', 'file']);
    });
  });

  describe('remove', () => {
    it('removes a file, and a link but not what it points to', async () => {
      await tested.host.files.makeDirectory(at('directory'));
      await tested.host.files.write(at('directory/kept'), 'kept');
      await tested.host.files.link(at('link'), 'directory');
      await tested.host.files.write(at('file'), '');
      await tested.host.files.remove(at('link'), { recursive: true });
      await tested.host.files.remove(at('file'));
      expect(await tested.host.files.list(tested.candidate.directory)).to.deep.equal(['directory']);
      expect(await textOf('directory/kept')).to.equal('kept');
    });

    it('is content where there is nothing', async () => {
      await tested.host.files.write(at('file'), '');
      await tested.host.files.remove(at('missing'));
      await tested.host.files.remove(at('missing/below'), { recursive: true });
      await tested.host.files.remove(at('file/below'));
      expect(await tested.host.files.list(tested.candidate.directory)).to.deep.equal(['file']);
    });

    it('removes a directory only where it is told to take all that is in it', async () => {
      await tested.host.files.makeDirectory(at('directory'));
      await tested.host.files.makeDirectory(at('directory/inner'));
      await tested.host.files.write(at('outside'), 'outside');
      await tested.host.files.link(at('directory/inner/link'), '../../outside');
      await expectRefusal(tested.host.files.remove(at('directory')), 'EISDIR', at('directory'));
      await tested.host.files.remove(at('directory'), { recursive: true });
      expect(await tested.host.files.list(tested.candidate.directory)).to.deep.equal(['outside']);
    });
  });
}
