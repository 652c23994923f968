import { expect } from 'chai';
import type { Scope } from '../../../../src/catalog/index.js';
import { providersOf } from '../../../../src/engine/provider.js';
import type { Host } from '../../../../src/hosts/host.js';
import { File, KeystoneConfig, KeystoneDomainConfig, keystone, Service } from '../../../../src/index.js';
import { compile, converge as simulate } from '../../../../src/testing/index.js';
import { converge, errorsOf } from '../../converge.js';
import { hostWith } from '../../openstack/web-server.js';

const usual = '/etc/keystone/domains';

async function textOf(host: Host, path: string): Promise<string | undefined> {
  const [content] = await host.files.read([path]);
  if (content instanceof Error) throw content;
  return content?.toString();
}

describe('Settings of a domain of Keystone', () => {
  const url = (site: Scope, title = 'acme::ldap/url') =>
    new KeystoneDomainConfig(site, title, { value: 'ldap://directory' });

  it("are in a file of the domain's own, and found in sync afterwards", async () => {
    const host = hostWith({ [`${usual}/keystone.other.conf`]: '[ldap]\nurl = ldap://other\n' });
    const body = (site: Scope) => {
      url(site);
      new KeystoneDomainConfig(site, 'acme::identity/driver', { value: 'ldap' });
      new KeystoneDomainConfig(site, 'other::ldap/url', { value: '<SERVICE DEFAULT>' });
    };
    await converge(host, body);
    expect(await textOf(host, `${usual}/keystone.acme.conf`)).to.equal(
      '[ldap]\nurl=ldap://directory\n\n[identity]\ndriver=ldap\n',
    );
    expect(await textOf(host, `${usual}/keystone.other.conf`)).to.equal('[ldap]\n');
    expect((await converge(host, body)).resources).to.deep.equal([]);
  });

  it('are in the directory of keystone.conf, even if the same run has set it', async () => {
    const host = hostWith({ '/etc/keystone/keystone.conf': '' });
    await converge(host, (site) => {
      url(site);
      const directory = new File(site, '/srv/domains', { ensure: 'directory' });
      new File(site, '/srv', { ensure: 'directory' });
      new KeystoneConfig(site, 'identity/domain_config_dir', { value: '/srv/domains', require: directory });
    });
    expect(await textOf(host, '/srv/domains/keystone.acme.conf')).to.equal('[ldap]\nurl=ldap://directory\n');
    expect(await textOf(host, `${usual}/keystone.acme.conf`)).to.equal(undefined);
  });

  it('are all listed, by their titles', async () => {
    const host = hostWith({
      [`${usual}/keystone.acme.conf`]: '[ldap]\nurl=a\n',
      [`${usual}/keystone.b.c.conf`]: '[identity]\ndriver=sql\n',
      [`${usual}/readme.conf`]: '[ldap]\nurl=b\n',
    });
    const { default: provider } = providersOf(KeystoneDomainConfig.definition as never)?.providers ?? {};
    expect([...((await provider?.list?.({ host } as never, [])) ?? [])]).to.deep.equal([
      ['acme::ldap/url', { ensure: 'present', value: ['a'] }],
      ['b.c::identity/driver', { ensure: 'present', value: ['sql'] }],
    ]);
  });

  it('come after the setting of their directory, and notify Keystone', () => {
    const { autorequire, autonotify } = KeystoneDomainConfig.definition;
    const view = { has: () => true, all: () => [] };
    expect([...(autorequire?.({} as never, view) ?? [])].map(String)).to.deep.equal([
      'Anchor[keystone::install::end]',
      'File[/etc/keystone/domains]',
      'Keystone_config[identity/domain_config_dir]',
    ]);
    expect([...(autonotify?.({} as never, view) ?? [])].map(String)).to.deep.equal([
      'Service[keystone]',
      'Anchor[keystone::service::begin]',
    ]);
  });

  it('have Keystone start again below Apache, too', async () => {
    const found = (url: string) =>
      compile((site) => {
        new Service(site, 'httpd', { ensure: 'running' });
        new keystone.Keystone(site, { using_domain_config: true, service_name: 'httpd' });
        new keystone.LdapBackend(site, 'acme', { url });
      });
    const first = await simulate(await found('ldap://one'));
    const second = await first.next(await found('ldap://two'));
    expect(second.changed).to.deep.equal(['Keystone_domain_config[acme::ldap/url]']);
    expect(second).to.have.refreshed(Service, 'httpd');
  });

  for (const title of ['ldap/url', '::ldap/url', 'a/b::ldap/url', 'acme::ldap', 'a\nb::ldap/url']) {
    it(`are refused where the title is ${JSON.stringify(title)}`, async () => {
      expect(await errorsOf((site) => void url(site, title))).to.match(/domain::section\/setting/);
    });
  }

  it('are refused if the value has several lines, or the name could not be parsed again', async () => {
    const broken = (site: Scope) => void new KeystoneDomainConfig(site, 'acme::ldap/url', { value: 'a\nb' });
    expect(await errorsOf(broken)).to.contain('line break');
    expect(await errorsOf((site) => void url(site, 'acme::ldap/u=l'))).to.contain('the name of the setting');
  });
});
