import { expectRefusal } from './expect-refusal.js';
import type { HostUnderTest } from './host-under-test.js';

/** Declares the specs of `HostFiles.setAccess`. */
export function accessConforms(tested: HostUnderTest): void {
  const { at, expect, statusOf } = tested;

  describe('setAccess', () => {
    it('changes the mode of files and directories', async () => {
      await tested.host.files.write(at('file'), '', { mode: 0o600 });
      await tested.host.files.makeDirectory(at('directory'));
      await tested.host.files.setAccess(at('file'), { mode: 0o4755 });
      await tested.host.files.setAccess(at('directory'), { mode: 0o1777 });
      expect((await statusOf('file'))?.mode).to.equal(0o4755);
      expect((await statusOf('directory'))?.mode).to.equal(0o1777);
    });

    it('opens up a file that its own mode keeps its owner from', async () => {
      await tested.host.files.write(at('file'), '', { mode: 0o000 });
      await tested.host.files.setAccess(at('file'), { mode: 0o640 });
      expect((await statusOf('file'))?.mode).to.equal(0o640);
    });

    it('takes the owner that is there for no change', async () => {
      const { uid, gid } = tested.candidate;
      await tested.host.files.write(at('file'), '', { mode: 0o4755 });
      await tested.host.files.setAccess(at('file'), { uid, gid });
      expect(await statusOf('file')).to.include({ uid, gid, mode: 0o4755 });
    });

    it('never reaches through a link', async () => {
      await tested.host.files.write(at('file'), '', { mode: 0o600 });
      await tested.host.files.link(at('link'), 'file');
      await tested.host.files.setAccess(at('link'), { mode: 0o666, uid: tested.candidate.uid });
      expect((await statusOf('file'))?.mode).to.equal(0o600);
    });

    it('refuses what is not there', async () => {
      await expectRefusal(
        tested.host.files.setAccess(at('missing'), { mode: 0o600 }),
        'ENOENT',
        at('missing'),
      );
    });

    it('gives files to others where it may, and says what is missing where it may not', async () => {
      await tested.host.files.write(at('file'), 'x', { mode: 0o4755 });
      if (!tested.candidate.isRoot) {
        const before = await statusOf('file');
        await expectRefusal(tested.host.files.setAccess(at('file'), { uid: 12345 }), 'EPERM', at('file'));
        await expectRefusal(tested.host.files.write(at('file'), 'y', { uid: 12345 }), 'EPERM', at('file'));
        await expectRefusal(tested.host.files.makeDirectory(at('new'), { uid: 12345 }), 'EPERM', at('new'));
        expect(await statusOf('file')).to.deep.equal(before);
        expect(await tested.host.files.list(tested.candidate.directory)).to.deep.equal(['file']);
        return;
      }
      await tested.host.files.setAccess(at('file'), { uid: 12345 });
      // A program must not begin to run with the rights of its new owner.
      expect(await statusOf('file')).to.include({ uid: 12345, gid: tested.candidate.gid, mode: 0o755 });
      await tested.host.files.setAccess(at('file'), { uid: 1, gid: 2, mode: 0o4755 });
      expect(await statusOf('file')).to.include({ uid: 1, gid: 2, mode: 0o4755 });
      await tested.host.files.write(at('file'), 'y');
      expect(await statusOf('file')).to.include({ uid: 1, gid: 2, mode: 0o4755 });
      await tested.host.files.write(at('file'), 'z', { uid: 3 });
      expect(await statusOf('file')).to.include({ uid: 3, gid: 2, mode: 0o755 });
      await tested.host.files.makeDirectory(at('directory'), { uid: 4, gid: 5, mode: 0o2750 });
      expect(await statusOf('directory')).to.include({ uid: 4, gid: 5, mode: 0o2750 });
    });
  });
}
