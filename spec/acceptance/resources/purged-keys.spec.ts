import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import type { Told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

const key = { type: 'ssh-rsa', key: 'AAAA' };

describe('a purge of authorized keys on a Debian 12', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['useradd', '-m', 'ada']);
    for (const [user, home] of [
      ['root', '/root'],
      ['ada', '/home/ada'],
    ] as const) {
      await host.must(['install', '-d', '-m', '0700', '-o', user, '-g', user, `${home}/.ssh`]);
      const keys = 'ssh-rsa AAAA admin@desk\nssh-rsa BBBB ada@home\nssh-rsa CCCC\n';
      await host.must(['tee', `${home}/.ssh/authorized_keys`], { input: keys });
      await host.must(['chown', `${user}:${user}`, `${home}/.ssh/authorized_keys`]);
    }
  });
  after(() => host?.stop());

  const call = async (command: 'plan' | 'apply', keys: object): Promise<Told> => {
    const resources = { ssh_authorized_key: keys, resources: { ssh_authorized_key: { purge: true } } };
    return runResources(host, resources, command);
  };
  const keysIn = (home: string) => host.must(['cat', `${home}/.ssh/authorized_keys`]);

  it('leaves everybody the keys who has none in the catalog', async () => {
    expect((await call('apply', {})).resources).to.deep.equal([]);
    expect(await keysIn('/root'))
      .to.include('admin@desk')
      .and.include('ada@home');
    expect(await keysIn('/home/ada'))
      .to.include('admin@desk')
      .and.include('ada@home');
  });

  it('takes the keys of a user that the catalog does not want, and none of those of root', async () => {
    const desired = { 'ada@home': { ...key, user: 'ada' } };
    const before = await keysIn('/root');
    expect((await call('plan', desired)).of('will')).to.include('Resources[ssh_authorized_key]');
    expect((await call('apply', desired)).of('failed')).to.deep.equal([]);
    expect(await keysIn('/home/ada')).to.equal('ssh-rsa AAAA ada@home\n');
    expect(await keysIn('/root')).to.equal(before);
    expect((await call('apply', desired)).resources).to.deep.equal([]);
  });
});
