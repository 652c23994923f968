import { expect } from 'chai';
import { SimulatedFiles } from '../../../src/hosts/simulated/simulated-files.js';
import { findUnsafeLinkCopy } from '../../../src/resources/file/unsafe-link-copy.js';

const USER = 1000;

describe('a link of another user in a directory that is copied', () => {
  async function problemOf(name: string, target: string): Promise<string | undefined> {
    const files = new SimulatedFiles();
    for (const path of ['/srv', '/srv/tree', '/srv/tree/a']) await files.makeDirectory(path);
    await files.write('/srv/outside', 'of root');
    await files.write('/srv/tree/inside', 'of root');
    await files.link(`/srv/tree/${name}`, target);
    await files.setAccess(`/srv/tree/${name}`, { uid: USER });
    const [status] = await files.status([`/srv/tree/${name}`]);
    if (status === undefined || status instanceof Error) throw new Error('the link has no status');
    return findUnsafeLinkCopy(files, `/srv/tree/${name}`, status, name);
  }

  it('is safe if it stays in the directory', async () => {
    expect(await problemOf('link', 'inside')).to.equal(undefined);
    expect(await problemOf('a/link', '../inside')).to.equal(undefined);
  });

  it('is not safe if it leaves the directory', async () => {
    expect(await problemOf('link', '../outside')).to.match(
      /is a symbolic link of another user to \.\.\/outside/,
    );
    expect(await problemOf('a/link', '../../outside')).to.match(/symbolic link of another user/);
    expect(await problemOf('link', '/srv/outside')).to.match(/symbolic link of another user/);
  });

  it('is not safe if it goes up behind another name, which may be a link', async () => {
    expect(await problemOf('link', 'a/../inside')).to.match(/symbolic link of another user/);
    expect(await problemOf('link', '..')).to.match(/symbolic link of another user/);
  });
});
