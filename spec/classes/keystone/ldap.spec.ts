import { expect } from 'chai';
import { File, KeystoneConfig, keystone, type Scope } from '../../../src/index.js';
import { centos, comesBefore, nodeOf, refusalOf, said, warningsOf } from '../glance/node.js';

describe('Keystone with users in a directory', () => {
  it('removes options without a value, and redacts the password', async () => {
    const catalog = await nodeOf((site) => new keystone.Ldap(site, { url: 'ldap://d', password: 'p' }));
    expect(said(catalog, 'keystone_config', 'ldap/url')).to.deep.equal({ value: 'ldap://d' });
    expect(catalog.find('keystone_config', 'ldap/suffix')?.desired).to.include({ ensure: 'absent' });
    expect([...(catalog.find('keystone_config', 'ldap/password')?.secrets ?? [])]).to.deep.equal(['value']);
    expect(said(catalog, 'package', 'python-ldappool')).to.include({ name: 'python3-ldappool' });
    expect(comesBefore(catalog, ['package', 'python-ldappool'], ['keystone_config', 'ldap/url'])).to.equal(
      true,
    );
  });

  it('leaves them unchanged in Newton, except for the sizes of its pools', async () => {
    const catalog = await nodeOf((site) => new keystone.Ldap(site), 'newton', centos);
    expect(catalog.find('keystone_config', 'ldap/suffix')?.desired.ensure).to.equal(undefined);
    expect(catalog.find('keystone_config', 'ldap/pool_size')?.desired.value).to.deep.equal(['10']);
    expect(catalog.find('keystone_config', 'ldap/pool_retry_delay')?.desired.value).to.deep.equal(['0.1']);
    expect(said(catalog, 'package', 'python-ldap')).to.include({ ensure: 'present' });
  });

  it('keeps the directory of certificates, and does not manage packages if that is disabled', async () => {
    const catalog = await nodeOf(
      (site) => new keystone.Ldap(site, { tls_cacertdir: '/etc/ldap/ca', manage_packages: false }),
    );
    expect(said(catalog, 'file', '/etc/ldap/ca')).to.deep.equal({ ensure: 'directory' });
    expect(said(catalog, 'package', 'python-ldappool')).to.equal(undefined);
  });

  it('warns about options that have no effect any more', async () => {
    const catalog = await nodeOf(
      (site) => new keystone.Ldap(site, { role_tree_dn: 'ou=r', user_allow_create: true }),
    );
    expect(warningsOf(catalog).join('\n'))
      .to.contain("'role_tree_dn' has no effect in zed")
      .and.contain('Keystone only reads directories since Ocata');
    expect(said(catalog, 'keystone_config', 'ldap/role_tree_dn')).to.equal(undefined);
  });
});

describe('A domain with users in a directory', () => {
  const acme = (site: Scope, parameters: ConstructorParameters<typeof keystone.LdapBackend>[2] = {}) =>
    void new keystone.LdapBackend(site, 'acme', { url: 'ldap://d', ...parameters });

  it('has its settings in a file of its own, wherever the manifest declares the class keystone', async () => {
    const catalog = await nodeOf((site) => {
      acme(site);
      new keystone.Keystone(site, { using_domain_config: true, domain_config_directory: '/srv/domains' });
    });
    expect(said(catalog, 'keystone_domain_config', 'acme::ldap/url')).to.deep.equal({ value: 'ldap://d' });
    expect(catalog.find('keystone_domain_config', 'acme::identity/driver')?.desired.value).to.deep.equal([
      'ldap',
    ]);
    expect(said(catalog, 'keystone_domain_config', 'acme::ldap/password')).to.include({ secret: true });
    expect(said(catalog, 'file', '/srv/domains')).to.include({ ensure: 'directory', group: 'keystone' });
    expect(said(catalog, 'keystone_domain', 'acme')).to.equal(undefined);
  });

  it('is created in Keystone on request, which is then restarted', async () => {
    const catalog = await nodeOf((site) => {
      new keystone.Keystone(site, { using_domain_config: true });
      acme(site, { create_domain_entry: true });
    });
    expect(said(catalog, 'keystone_domain', 'acme')).to.include({ ensure: 'present', enabled: true });
    expect(comesBefore(catalog, ['keystone_domain', 'acme'], ['exec', 'restart_keystone'])).to.equal(true);
  });

  it('depends on the settings themselves if nothing else enables files of domains', async () => {
    const catalog = await nodeOf((site) => {
      new KeystoneConfig(site, 'identity/domain_specific_drivers_enabled', { value: true });
      new KeystoneConfig(site, 'identity/domain_config_dir', { value: '/srv/domains' });
      new File(site, '/srv/domains', { ensure: 'directory', mode: '0700' });
      acme(site);
    }, 'newton');
    expect(said(catalog, 'file', '/srv/domains')).to.deep.equal({ ensure: 'directory', mode: '0700' });
    expect(catalog.find('keystone_domain_config', 'acme::ldap/pool_size')?.desired.value).to.deep.equal([
      '10',
    ]);
  });

  it('is refused if Keystone reads no files of domains', async () => {
    for (const body of [acme, (site: Scope) => acme(site, void new keystone.Keystone(site))]) {
      const [refusal] = await refusalOf(body);
      expect(refusal?.message).to.contain('domains have no configurations of their own');
      expect(refusal?.hint).to.contain('using_domain_config');
    }
  });
});
