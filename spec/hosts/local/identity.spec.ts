import { userInfo } from 'node:os';
import { expect } from 'chai';
import { identityFor } from '../../../src/hosts/local/identity.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';

describe('whom a command runs as', () => {
  const self = userInfo();
  const other = { name: 'other', uid: self.uid + 1, gid: self.gid + 1 };
  const host = new SimulatedHost();
  const argv = ['/bin/true'] as const;

  before(async () => {
    const accounts = [
      `me:x:${self.uid}:${self.gid}::/home/me:/bin/sh`,
      `twin:x:${self.uid}:${other.gid}::/home/twin:/bin/sh`,
      `${other.name}:x:${other.uid}:${other.gid}::/home/other:/bin/sh`,
    ];
    await host.files.makeDirectory('/etc');
    await host.files.write('/etc/passwd', `${accounts.join('\n')}\n`);
    await host.files.write('/etc/group', `own:x:${self.gid}:\nforeign:x:${other.gid}:\n`);
  });

  it('is whoever runs this, where nobody is named', async () => {
    expect(await identityFor(host, { argv })).to.deep.equal({ home: self.homedir, account: self.username });
  });

  it('has the home and the name of the account, and no change where the numbers are those already', async () => {
    expect(await identityFor(host, { argv, user: 'me' })).to.deep.equal({ home: '/home/me', account: 'me' });
  });

  it('has the home and the name of whoever runs this, where a group alone is named', async () => {
    const identity = { home: self.homedir, account: self.username };
    expect(await identityFor(host, { argv, group: 'own' })).to.deep.equal(identity);
  });

  for (const [what, command, change] of [
    ['the user differs', { user: 'other' }, { uid: other.uid, gid: other.gid }],
    ['the group of the user alone differs', { user: 'twin' }, { uid: self.uid, gid: other.gid }],
    ['the user alone differs', { user: 'other', group: 'own' }, { uid: other.uid, gid: self.gid }],
    ['a group alone is named, another one', { group: 'foreign' }, { uid: undefined, gid: other.gid }],
  ] as const) {
    it(`changes where ${what}`, async function () {
      if (self.uid !== 0) return this.skip();
      const identity = await identityFor(host, { argv, ...command });
      expect(identity.change).to.include(change);
      expect(identity.change?.program).to.match(/\/setpriv$/);
    });
  }
});
