import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { currentAccount } from '../../../src/hosts/ssh/config/account.js';
import { describeTarget } from '../../../src/hosts/ssh/failures.js';
import { findRoute } from '../../../src/hosts/ssh/route.js';
import { inDirectory } from '../../resources/converge.js';

/** The hosts on the way to a host, as messages name them. */
const routeTo = (host: string, config: string) =>
  inDirectory(async (directory) => {
    const file = join(directory, 'config');
    writeFileSync(file, config, { mode: 0o600 });
    return (await findRoute({ host }, currentAccount(), file)).hops.map(describeTarget);
  });

describe('the way to a host', () => {
  it('leads through the jump hosts in the order of the list, each with its own user and port', async () => {
    const config =
      'Host t1\n  ProxyJump u1@j1:2201,j2\nHost j2\n  User two\n  Port 2202\nHost *\n  User all\n';
    expect(await routeTo('t1', config)).to.deep.equal(['u1@j1:2201', 'two@j2:2202', 'all@t1:22']);
  });

  it('leads through the jump hosts of the first one, and not of the others', async () => {
    const config =
      'Host t1\n  ProxyJump j1,j2\nHost j1\n  ProxyJump j0\nHost j2\n  ProxyJump never\nHost *\n  User all\n';
    expect(await routeTo('t1', config)).to.deep.equal(['all@j0:22', 'all@j1:22', 'all@j2:22', 'all@t1:22']);
  });

  it('is direct with ProxyJump none, also for the jump host of all others', async () => {
    const config = 'Host jump\n  ProxyJump none\nHost *\n  User all\n  ProxyJump jump\n';
    expect(await routeTo('t1', config)).to.deep.equal(['all@jump:22', 'all@t1:22']);
    expect(await routeTo('jump', config)).to.deep.equal(['all@jump:22']);
  });

  it('is refused if it leads back to itself', async () => {
    for (const config of ['Host *\n  ProxyJump jump\n', 'Host a\n  ProxyJump b\nHost b\n  ProxyJump a\n']) {
      const error = await routeTo('a', config).catch(({ message }: Error) => message);
      expect(error).to.match(/^the jump hosts lead back to themselves: .*\n.*ProxyJump none/);
    }
  });
});
