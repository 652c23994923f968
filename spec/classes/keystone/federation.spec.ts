import { expect } from 'chai';
import { keystone, Package, type Scope, Service, secret } from '../../../src/index.js';
import { reveal } from '../../../src/secrets/secret.js';
import { centos, comesBefore, debian, nodeOf, refusalOf, said, warningsOf } from '../glance/node.js';

const messages = async (body: (site: Scope) => void, release?: string) =>
  (await refusalOf(body, release)).map(({ message }) => message).join('\n');

const saml = { methods: ['password', 'saml2'], idp_name: 'idp', protocol_name: 'saml2' };
const connect = {
  keystone_url: 'https://keystone.example.com',
  methods: ['password', 'openid'],
  idp_name: 'idp',
  openidc_provider_metadata_url: 'https://idp.example.com/.well-known/openid-configuration',
  openidc_client_id: 'keystone',
  openidc_client_secret: 'hidden',
};

describe('Keystone with federated users', () => {
  it('has a section for them', async () => {
    const catalog = await nodeOf(
      (site) => new keystone.Federation(site, { trusted_dashboards: ['https://a', 'https://b'] }),
    );
    expect(catalog.find('keystone_config', 'federation/trusted_dashboard')?.desired.value).to.deep.equal([
      'https://a',
      'https://b',
    ]);
    expect(catalog.find('keystone_config', 'federation/remote_id_attribute')?.desired).to.include({
      ensure: 'absent',
    });
  });

  it('configures mod_auth_mellon, and leaves the virtual host to other classes', async () => {
    const catalog = await nodeOf(
      (site) => new keystone.federation.Mellon(site, { ...saml, enable_websso: true }),
    );
    expect(said(catalog, 'keystone_config', 'auth/methods')).to.deep.equal({ value: 'password,saml2' });
    expect(said(catalog, 'keystone_config', 'auth/saml2')).to.deep.equal({ ensure: 'absent' });
    expect(said(catalog, 'keystone_config', 'mapped/remote_id_attribute')).to.include({
      value: 'MELLON_IDP',
    });
    expect(said(catalog, 'package', 'libapache2-mod-auth-mellon')).to.include({ ensure: 'installed' });
    expect(warningsOf(catalog).join()).to.contain('the lines for mod_auth_mellon');
    const newton = await nodeOf((site) => new keystone.federation.Mellon(site, saml), 'newton', centos);
    expect(said(newton, 'keystone_config', 'auth/saml2')).to.include({
      value: 'keystone.auth.plugins.mapped.Mapped',
    });
    expect(said(newton, 'package', 'mod_auth_mellon')).to.include({ tag: 'keystone-support-package' });
    const later = await nodeOf((site) => new keystone.federation.Mellon(site, saml), '2024.1');
    expect(said(later, 'keystone_config', 'auth/saml2')).to.equal(undefined);
    expect(said(later, 'keystone_config', 'mapped/remote_id_attribute')).to.include({ ensure: 'absent' });
  });

  it('requires the right authentication methods', async () => {
    const mellon = (methods: string | string[]) => (site: Scope) =>
      void new keystone.federation.Mellon(site, { ...saml, methods });
    expect(await messages(mellon(['external', 'password'])))
      .to.contain('the method external prevents saml2')
      .and.contain('methods must contain saml2');
    const catalog = await nodeOf(mellon('password,saml2'));
    expect(said(catalog, 'keystone_config', 'auth/methods')).to.include({ value: 'password,saml2' });
    expect(
      await messages((site) => {
        new keystone.federation.Mellon(site, { ...saml, main_port: false });
      }, 'newton'),
    ).to.contain('no virtual host is selected');
  });

  it('configures mod_auth_openidc', async () => {
    const catalog = await nodeOf(
      (site) => new keystone.federation.Openidc(site, { ...connect, remote_id_attribute: 'HTTP_OIDC_ISS' }),
    );
    expect(said(catalog, 'keystone_config', 'openid/remote_id_attribute')).to.include({
      value: 'HTTP_OIDC_ISS',
    });
    expect(said(catalog, 'package', 'libapache2-mod-auth-openidc')).to.include({ ensure: 'installed' });
    expect(JSON.stringify(catalog.find('class', 'keystone::federation::openidc')?.parameters)).not.to.contain(
      'hidden',
    );
    const { keystone_url, ...older } = { ...connect, methods: 'openidc' };
    const newton = await nodeOf((site) => new keystone.federation.Openidc(site, older), 'newton');
    expect(newton.find('keystone::federation::openidc_httpd_configuration', 'main')).to.be.an('object');
    expect(newton.find('keystone::federation::openidc_httpd_configuration', 'admin')).to.equal(undefined);
    expect(said(newton, 'keystone_config', 'auth/openidc')).to.have.property('value');
  });

  it('reports which settings of an OpenID Connect provider are missing', async () => {
    const { openidc_provider_metadata_url, ...undescribed } = connect;
    expect(
      await messages((site) => {
        new keystone.federation.Openidc(site, { ...undescribed, openidc_enable_oauth: true });
      }),
    )
      .to.contain('openidc_provider_metadata_url describes the provider, and is missing')
      .and.contain('without openidc_introspection_endpoint');
    const both = { ...connect, openidc_metadata_dir: '/etc/idps' };
    expect(await messages((site) => void new keystone.federation.Openidc(site, both), '2025.1')).to.contain(
      'either openidc_provider_metadata_url or openidc_metadata_dir',
    );
  });

  it('configures mod_shib, and reports that CentOS does not have it', async () => {
    const shibboleth = (site: Scope) => void new keystone.federation.Shibboleth(site, { methods: 'saml2' });
    expect(warningsOf(await nodeOf(shibboleth)).join()).not.to.contain('none of the platform');
    expect(warningsOf(await nodeOf(shibboleth, 'zed', centos)).join()).to.contain('Yumrepo[shibboleth]');
    const brought = await nodeOf(
      (site) => {
        shibboleth(site);
        new Package(site, 'shibboleth');
      },
      'zed',
      centos,
    );
    expect(warningsOf(brought).join()).not.to.contain('none of the platform');
    const strange = { ...debian, os: { family: 'Suse', name: 'SLES' } };
    expect(await nodeOf(shibboleth, 'zed', strange).catch(String)).to.contain('OS family Suse');
  });
});

describe('Keystone as an identity provider', () => {
  const idp = {
    idp_entity_id: 'https://keystone/idp',
    idp_sso_endpoint: 'https://keystone/sso',
    idp_metadata_path: '/etc/keystone/saml2_idp_metadata.xml',
  };

  it('writes its metadata to a file, once its configuration is written, and again if that failed', async () => {
    const catalog = await nodeOf((site) => {
      new Service(site, 'httpd', { ensure: 'running' });
      new keystone.Keystone(site, { service_name: 'httpd' });
      new keystone.federation.IdentityProvider(site, { ...idp, idp_contact_type: 'technical' });
    });
    const command: [string, string] = ['exec', 'saml_idp_metadata'];
    expect(said(catalog, ...command)).to.include({
      command: 'keystone-manage saml_idp_metadata > /etc/keystone/saml2_idp_metadata.xml',
      user: 'keystone',
    });
    expect(catalog.find(...command)?.desired.unless).to.deep.equal([['test', '-s', idp.idp_metadata_path]]);
    expect(comesBefore(catalog, ['keystone_config', 'saml/idp_entity_id'], command)).to.equal(true);
    expect(comesBefore(catalog, command, ['file', idp.idp_metadata_path])).to.equal(true);
    expect(comesBefore(catalog, ['keystone_config', 'saml/idp_entity_id'], ['service', 'httpd'])).to.equal(
      true,
    );
    expect(said(catalog, 'package', 'python-pysaml2')).to.include({ name: 'python3-pysaml2' });
  });

  it('refuses paths with characters that are special in a shell', async () => {
    const catalog = await nodeOf((site) => {
      new Service(site, 'httpd', { ensure: 'running' });
      new keystone.Keystone(site, { service_name: 'httpd', admin_token: secret('of the specs') });
      new keystone.federation.IdentityProvider(site, { ...idp, idp_metadata_path: "/srv/a b's.xml" });
    }, 'newton');
    expect(said(catalog, 'exec', 'saml_idp_metadata')).to.include({
      command: "keystone-manage saml_idp_metadata > '/srv/a b'\\''s.xml'",
    });
    expect(said(catalog, 'package', 'python-pysaml2')).to.include({ ensure: 'installed' });
  });

  it('must run in Apache, and accepts only certain types of contacts', async () => {
    const text = await messages((site) => {
      new keystone.Keystone(site);
      new keystone.federation.IdentityProvider(site, { ...idp, idp_contact_type: 'friend' });
    });
    expect(text).to.contain('Keystone must run in Apache').and.contain("'friend' is not a type of contact");
  });
});

describe("Keystone's service alone", () => {
  it('has the name of the platform', async () => {
    const catalog = await nodeOf((site) => new keystone.Service(site, { ensure: 'running' }), 'zed', centos);
    expect(said(catalog, 'service', 'keystone')).to.include({ name: 'openstack-keystone', enable: true });
    const later = await nodeOf((site) => new keystone.Service(site), '2024.1');
    expect(said(later, 'service', 'keystone')).to.equal(undefined);
    expect(warningsOf(later).join()).to.contain('the class keystone manages it');
  });

  it('is checked after a restart in Newton, with a token that is not visible', async () => {
    const catalog = await nodeOf((site) => {
      new keystone.Service(site, {
        validate: true,
        admin_token: 'hidden',
        insecure: true,
        cacert: '/ca.pem',
      });
    }, 'newton');
    const exec = catalog.find('exec', 'validate_keystone_connection');
    expect(exec?.desired.command).to.deep.equal([
      'openstack',
      '--os-auth-url',
      'http://localhost:35357/v2.0',
      '--insecure',
      '--os-cacert',
      '/ca.pem',
      'user',
      'list',
    ]);
    expect(reveal(exec?.desired.environment)).to.deep.equal({ OS_TOKEN: 'hidden' });
    expect([...(exec?.secrets ?? [])]).to.deep.equal(['environment']);
  });

  it('does not depend on keystone::python, which had no effect', async () => {
    const catalog = await nodeOf((site) => new keystone.Python(site), 'newton');
    expect(warningsOf(catalog).join()).to.contain('include keystone::client');
  });
});
