import { expect } from 'chai';
import { Exec, File, KeystoneConfig, KeystoneRole } from '../../../src/index.js';
import { converge } from '../converge.js';
import { hostWith, withoutOpenstackVariables } from '../openstack/web-server.js';
import { cloudsFile } from './scripted-keystone.js';

/** What a plan says of a role, before which something is still to change. */
async function planned(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const { resources } = await converge(
    hostWith(files),
    (site) => {
      new KeystoneConfig(site, 'token/provider', { value: 'fernet' });
      const before = new Exec(site, 'anything', { command: '/bin/true' });
      new KeystoneRole(site, 'one', { require: before });
    },
    { mode: 'plan' },
  );
  return resources.find(({ type }) => type === 'keystone_role')?.outcome;
}

describe('A plan of what Keystone keeps', () => {
  withoutOpenstackVariables();

  it('is certain where Keystone is still to be brought', async () => {
    expect(await planned({})).to.equal('will');
  });

  it('is in doubt where Keystone is there and does not answer: it may have it all', async () => {
    const keystone = { '/etc/keystone/keystone.conf': '' };
    expect(await planned(keystone)).to.equal('may');
    const clouds = { '/etc/openstack/puppet/clouds.yaml': cloudsFile('http://127.0.0.1:1') };
    expect(await planned({ ...keystone, ...clouds })).to.equal('may');
  });

  it('is in doubt where the run itself brings the credentials', async () => {
    const report = await converge(
      hostWith({ '/etc/keystone/keystone.conf': '' }),
      (site) => {
        const openrc = new File(site, '/root/openrc', {
          ensure: 'file',
          content: 'export OS_AUTH_URL=http://k',
        });
        new KeystoneRole(site, 'one', { require: openrc });
      },
      { mode: 'plan' },
    );
    expect(report.resources.map(({ outcome }) => outcome)).to.deep.equal(['will', 'may']);
  });
});
