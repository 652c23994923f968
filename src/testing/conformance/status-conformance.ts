import { ensureDefined } from '../../errors/ensure-defined.js';
import { HostError } from '../../hosts/host-error.js';
import { type HostUnderTest, REFUSAL } from './host-under-test.js';

/** Declares the specs of `HostFiles.status`. */
export function statusConforms(tested: HostUnderTest): void {
  const { at, expect, statusOf } = tested;

  describe('status', () => {
    it('keeps the order of the paths, and says undefined for what is not there', async () => {
      await tested.host.files.write(at('file'), 'four');
      await tested.host.files.makeDirectory(at('directory'));
      await tested.host.files.link(at('link'), 'file');
      const paths = ['link', 'missing', 'directory', 'file', 'missing/below', 'file/below'].map(at);
      const kinds = (await tested.host.files.status(paths)).map((one) =>
        one instanceof Error ? one : one?.kind,
      );
      expect(kinds).to.deep.equal(['link', undefined, 'directory', 'file', undefined, undefined]);
    });

    it('tells mode, owner, size and time of a file', async () => {
      const before = Date.now() - 5000;
      await tested.host.files.write(at('file'), 'grüße', { mode: 0o4750 });
      const { modified, accessed, changed, ...status } = ensureDefined(await statusOf('file'));
      const { uid, gid } = tested.candidate;
      expect(status).to.deep.equal({ kind: 'file', mode: 0o4750, uid, gid, size: 7 });
      for (const time of [modified, accessed, changed]) expect(time).to.be.within(before, Date.now() + 5000);
    });

    it('tells where a link points, also where nothing is', async () => {
      await tested.host.files.link(at('link'), '../no/where');
      expect(await statusOf('link')).to.include({ kind: 'link', target: '../no/where' });
    });

    it('follows links on the way to a path, not at its end', async () => {
      await tested.host.files.makeDirectory(at('directory'));
      await tested.host.files.write(at('directory/file'), 'x');
      await tested.host.files.link(at('way'), 'directory');
      expect((await statusOf('way/file'))?.kind).to.equal('file');
      expect((await statusOf('way'))?.kind).to.equal('link');
    });

    it('answers nothing when asked for nothing', async () => {
      expect(await tested.host.files.status([])).to.deep.equal([]);
    });

    it('gives the error in the place of a path that leads in a circle', async () => {
      await tested.host.files.link(at('a'), 'b');
      await tested.host.files.link(at('b'), 'a');
      await tested.host.files.write(at('good'), '');
      const [circle, good] = await tested.host.files.status([at('a/file'), at('good')]);
      expect(circle).to.be.instanceOf(HostError).with.property('code', 'ELOOP');
      expect(circle).to.have.property('message').that.matches(REFUSAL);
      expect(good).to.have.property('kind', 'file');
    });
  });
}
