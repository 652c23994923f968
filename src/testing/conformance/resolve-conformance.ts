import { HostError } from '../../hosts/host-error.js';
import { type HostUnderTest, REFUSAL } from './host-under-test.js';

/** Declares the specs of `HostFiles.resolve`. */
export function resolveConforms(tested: HostUnderTest): void {
  const { at, expect } = tested;

  describe('resolve', () => {
    const resolved = async (...paths: readonly string[]) =>
      (await tested.host.files.resolve(paths.map(at))).map((one) =>
        one instanceof Error
          ? one
          : [one.path, one.entry].map((path) => path.slice(root.length)).join(' as '),
      );
    let root: string;

    beforeEach(async () => {
      const [real] = await tested.host.files.resolve([tested.candidate.directory]);
      root = real instanceof Error ? '' : `${real?.path}/`;
    });

    it('finds one file behind links, linked directories and dots', async () => {
      await tested.host.files.makeDirectory(at('real'));
      await tested.host.files.write(at('real/file'), '');
      await tested.host.files.link(at('way'), 'real');
      await tested.host.files.link(at('link'), 'way/file');
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
      await tested.host.files.makeDirectory(at('real'));
      await tested.host.files.link(at('way'), 'real');
      await tested.host.files.link(at('link'), 'way/new');
      expect(await resolved('way/new', 'link', 'way/no/such/file')).to.deep.equal([
        'real/new as real/new',
        'real/new as link',
        'real/no/such/file as real/no/such/file',
      ]);
    });

    it('gives the error in the place of a path that leads through a circle, and a link in a circle itself', async () => {
      await tested.host.files.link(at('a'), 'b');
      await tested.host.files.link(at('b'), 'a');
      const [circle, link, good] = await resolved('a/file', 'a', 'good');
      expect(circle).to.be.instanceOf(HostError).with.property('code', 'ELOOP');
      expect(circle).to.have.property('message').that.matches(REFUSAL);
      expect([link, good]).to.deep.equal(['a as a', 'good as good']);
    });

    it('gives a link itself that leads below a file', async () => {
      await tested.host.files.write(at('file'), '');
      await tested.host.files.link(at('link'), 'file/below');
      expect(await resolved('link')).to.deep.equal(['link as link']);
    });
  });
}
