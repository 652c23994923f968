import { expect } from 'chai';
import type { Catalog } from '../../../src/catalog/catalog.js';
import { compareReleases, releases } from '../../../src/data/releases.js';
import { keystone, Service } from '../../../src/index.js';
import { reveal } from '../../../src/secrets/secret.js';
import { centos, comesBefore, nodeOf, refusalOf, said, warningsOf } from '../glance/node.js';

type Given = NonNullable<ConstructorParameters<typeof keystone.Keystone>[1]>;

const admin = { admin_token: 'token', admin_password: 'password' } as const;

const keystoneOf = (given: Given = {}, release = 'newton', facts?: Parameters<typeof nodeOf>[2]) =>
  nodeOf((site) => new keystone.Keystone(site, { ...admin, ...given }), release, facts);

function setting(catalog: Catalog, title: string): unknown {
  const value = reveal(catalog.find('keystone_config', title)?.desired.value);
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

describe('Keystone of Newton', () => {
  it('listens itself, with one process per processor', async () => {
    const catalog = await keystoneOf({ public_bind_host: '192.0.2.1', admin_port: 35358 });
    expect(setting(catalog, 'DEFAULT/public_bind_host')).to.equal('192.0.2.1');
    expect(setting(catalog, 'DEFAULT/admin_bind_host')).to.equal('0.0.0.0');
    expect(setting(catalog, 'DEFAULT/public_port')).to.equal('5000');
    expect(setting(catalog, 'DEFAULT/admin_port')).to.equal('35358');
    expect(setting(catalog, 'eventlet_server/admin_workers')).to.equal('8');
    expect(setting(catalog, 'ssl/enable')).to.equal('False');
    expect(said(catalog, 'service', 'keystone')).to.include({ ensure: 'running', enable: true });
  });

  it('creates no token keys by default, because its tokens are in the database', async () => {
    const catalog = await keystoneOf();
    expect(setting(catalog, 'token/provider')).to.equal('uuid');
    expect(setting(catalog, 'token/driver')).to.equal('sql');
    expect(catalog.find('exec', 'keystone-manage fernet_setup')).to.equal(undefined);
    expect(catalog.find('exec', 'keystone-manage credential_setup')).to.equal(undefined);
  });

  it('has an administrator whose password is not visible in a list of processes', async () => {
    const catalog = await keystoneOf();
    expect(said(catalog, 'exec', 'keystone-manage bootstrap')).to.deep.include({
      command: 'keystone-manage bootstrap',
      refreshonly: true,
    });
    expect(reveal(catalog.find('exec', 'keystone-manage bootstrap')?.desired.environment)).to.deep.equal({
      OS_BOOTSTRAP_PASSWORD: 'password',
    });
    expect(catalog.find('keystone_config', 'DEFAULT/admin_token')?.desired).to.include({ secret: true });
  });

  it('uses the token as the password if there is no other, and warns about it', async () => {
    const catalog = await nodeOf((site) => new keystone.Keystone(site, { admin_token: 'token' }), 'newton');
    expect(reveal(catalog.find('exec', 'keystone-manage bootstrap')?.desired.environment)).to.deep.equal({
      OS_BOOTSTRAP_PASSWORD: 'token',
    });
    expect(warningsOf(catalog).join()).to.contain("the administrator's password is the admin token");
  });

  it('is refused without a token', async () => {
    const [refusal] = await refusalOf((site) => new keystone.Keystone(site), 'newton');
    expect(refusal?.message).to.contain("needs a value for the parameter 'admin_token'");
  });

  it('has a database and a log from its own class, which overrides their classes', async () => {
    const catalog = await keystoneOf({
      database_connection: 'mysql+pymysql://keystone:p@db/keystone',
      database_idle_timeout: 60,
      debug: true,
      log_dir: '/srv/log',
    });
    expect(setting(catalog, 'database/connection')).to.equal('mysql+pymysql://keystone:p@db/keystone');
    expect(setting(catalog, 'database/idle_timeout')).to.equal('60');
    expect(setting(catalog, 'DEFAULT/debug')).to.equal('True');
    expect(setting(catalog, 'DEFAULT/log_dir')).to.equal('/srv/log');
  });

  it('caches in the servers of its tokens if the cache has none of its own', async () => {
    const catalog = await keystoneOf({
      token_driver: 'memcache',
      memcache_servers: ['a:11211', 'b:11211'],
      cache_backend: 'dogpile.cache.memcached',
    });
    expect(setting(catalog, 'memcache/servers')).to.equal('a:11211,b:11211');
    expect(setting(catalog, 'cache/memcache_servers')).to.equal('a:11211,b:11211');
    expect(setting(catalog, 'cache/enabled')).to.equal('True');
    expect(said(catalog, 'package', 'python-memcache')?.name).to.equal('python-memcache');
  });

  it('starts after memcached if that runs on the same node', async () => {
    const catalog = await nodeOf((site) => {
      new Service(site, 'memcached', { ensure: 'running' });
      new keystone.Keystone(site, { ...admin, cache_memcache_servers: 'localhost:11211' });
    }, 'newton');
    expect(comesBefore(catalog, ['service', 'memcached'], ['service', 'keystone'])).to.equal(true);
  });

  it('connects to a broker that is declared in parts', async () => {
    const catalog = await keystoneOf({ rabbit_hosts: ['a:5672', 'b:5672'], rabbit_password: 'secret' });
    expect(setting(catalog, 'oslo_messaging_rabbit/rabbit_hosts')).to.equal('a:5672,b:5672');
    expect(setting(catalog, 'oslo_messaging_rabbit/rabbit_ha_queues')).to.equal('True');
    expect(setting(catalog, 'oslo_messaging_rabbit/rabbit_password')).to.equal('secret');
  });

  it('signs tokens with a certificate that keystone-manage creates', async () => {
    const catalog = await keystoneOf({ enable_pki_setup: true, signing_keyfile: '/etc/keystone/key.pem' });
    expect(said(catalog, 'exec', 'keystone-manage pki_setup')?.creates).to.equal('/etc/keystone/key.pem');
    expect(said(catalog, 'file', '/var/cache/keystone')).to.include({ ensure: 'directory' });
    const [refusal] = await refusalOf(
      (site) => new keystone.Keystone(site, { ...admin, enable_pki_setup: true }),
      'newton',
    );
    expect(refusal?.hint).to.contain('set signing_keyfile');
  });

  it('serves TLS itself if it is configured to', async () => {
    const catalog = await keystoneOf({ enable_ssl: true, ssl_certfile: '/etc/keystone/cert.pem' });
    expect(setting(catalog, 'ssl/enable')).to.equal('True');
    expect(setting(catalog, 'ssl/certfile')).to.equal('/etc/keystone/cert.pem');
    expect(setting(catalog, 'ssl/ca_key')).to.equal('/etc/keystone/ssl/private/cakey.pem');
  });

  it('is checked with a request whose token is not visible in a list of processes', async () => {
    const catalog = await keystoneOf({ validate_service: true, validate_insecure: true });
    const { command, environment } = catalog.find('exec', 'validate_keystone_connection')?.desired ?? {};
    expect(command).to.deep.equal([
      ...['openstack', '--os-auth-url', 'http://localhost:35357/v2.0', '--insecure', 'user', 'list'],
    ]);
    expect(reveal(environment)).to.deep.equal({ OS_TOKEN: 'token' });
  });

  it('has settings of keystone-paste.ini', async () => {
    const catalog = await nodeOf(
      (site) => new keystone.Config(site, { keystone_paste_ini: { 'filter:debug/paste': { value: 'x' } } }),
      'newton',
    );
    expect(catalog.find('keystone_paste_ini', 'filter:debug/paste')?.desired.value).to.deep.equal(['x']);
  });

  it('is restarted by the command of its release, in Apache too', async () => {
    const catalog = await keystoneOf({ service_name: 'httpd' }, 'newton', centos);
    expect(said(catalog, 'exec', 'restart_keystone')?.command).to.equal('service httpd restart');
    expect(catalog.find('service', 'keystone')).to.equal(undefined);
  });

  it('is enabled at boot whether or not its service is managed', async () => {
    const catalog = await keystoneOf({ manage_service: false, enabled: false });
    expect(said(catalog, 'service', 'keystone')).to.include({ enable: false });
    expect(said(catalog, 'service', 'keystone')?.ensure).to.equal(undefined);
  });
});

describe('A manifest for Keystone of Newton', () => {
  const given: Given = {
    debug: true,
    database_connection: 'mysql://keystone:12345@db/keystone',
    database_idle_timeout: 60,
    cache_backend: 'dogpile.cache.memcached',
    cache_memcache_servers: ['a:11211'],
    cache_enabled: true,
    rabbit_host: 'broker',
    rabbit_userid: 'keystone',
    rabbit_password: '12/34',
    rabbit_virtual_host: '/cloud',
  };

  for (const release of releases) {
    it(`has the same effect in ${release}`, async () => {
      const catalog = await keystoneOf(given, release);
      expect(setting(catalog, 'DEFAULT/debug')).to.equal('True');
      const driver = compareReleases(release, 'yoga') < 0 ? 'mysql' : 'mysql+pymysql';
      expect(setting(catalog, 'database/connection')).to.equal(`${driver}://keystone:12345@db/keystone`);
      expect(
        setting(catalog, 'database/idle_timeout') ?? setting(catalog, 'database/connection_recycle_time'),
      ).to.equal('60');
      expect(setting(catalog, 'cache/backend')).to.equal('dogpile.cache.memcached');
      expect(setting(catalog, 'cache/memcache_servers')).to.equal('a:11211');
      const parts = setting(catalog, 'oslo_messaging_rabbit/rabbit_host') === 'broker';
      expect(parts || setting(catalog, 'DEFAULT/transport_url')).to.be.oneOf([
        true,
        'rabbit://keystone:12%2F34@broker:5672/cloud',
      ]);
    });
  }

  it('causes warnings with the present names of its parameters', async () => {
    const warnings = warningsOf(await keystoneOf(given, 'zed')).join('\n');
    for (const [older, now] of [
      ['debug', 'keystone::logging::debug'],
      ['database_connection', 'keystone::db::database_connection'],
      ['cache_backend', 'keystone::cache::backend'],
      ['rabbit_host', 'keystone::default_transport_url'],
      ['admin_password', 'keystone::bootstrap::password'],
    ])
      expect(warnings).to.contain(`in zed the parameter '${older}' is called '${now}'`);
    expect(warnings).to.contain("the parameter 'admin_token' has no effect in zed and is ignored");
  });

  it('has its administrator and its addresses in the class that creates them now', async () => {
    const catalog = await nodeOf((site) => {
      new keystone.Keystone(site, admin);
      new keystone.Endpoint(site, { public_url: 'https://192.0.2.1:5000', region: 'Here' });
      new keystone.roles.Admin(site, { email: 'root@example.com', password: 'password' });
    });
    const bootstrap = catalog.find('class', 'keystone::bootstrap')?.parameters;
    expect(bootstrap).to.include({
      public_url: 'https://192.0.2.1:5000',
      region: 'Here',
      email: 'root@example.com',
      service_project_name: 'services',
    });
    expect(said(catalog, 'keystone_endpoint', 'Here/keystone::identity')).to.include({
      public_url: 'https://192.0.2.1:5000',
    });
  });

  it('does not create an administrator that the manifest declares already, or that is disabled', async () => {
    const both = await nodeOf((site) => {
      new keystone.Keystone(site, admin);
      new keystone.Bootstrap(site, { password: 'password', username: 'root' });
    });
    expect(both.find('class', 'keystone::bootstrap')?.parameters.username).to.equal('root');
    const none = await keystoneOf({ enable_bootstrap: false }, 'zed');
    expect(none.find('class', 'keystone::bootstrap')).to.equal(undefined);
  });

  it('accepts a broker with an IPv6 address, and brokers with ports of their own', async () => {
    const catalog = await keystoneOf({ rabbit_hosts: ['2001:db8::1', 'b:5673'] }, 'zed');
    expect(setting(catalog, 'DEFAULT/transport_url')).to.equal(
      'rabbit://guest:guest@[2001:db8::1]:5672,guest:guest@b:5673/',
    );
    const said = await keystoneOf({ rabbit_host: 'a', default_transport_url: 'rabbit://b' }, 'zed');
    expect(setting(said, 'DEFAULT/transport_url')).to.equal('rabbit://b');
  });

  it('loses what Keystone does not support any more, with a warning for each', async () => {
    const gone: Given = {
      public_bind_host: '192.0.2.1',
      admin_bind_host: '192.0.2.1',
      public_port: 5000,
      admin_port: 35357,
      public_workers: 2,
      admin_workers: 2,
      admin_endpoint: 'http://192.0.2.1:35357',
      paste_config: '/etc/keystone/keystone-paste.ini',
      token_driver: 'sql',
      member_role_id: '1',
      member_role_name: 'member',
      enable_pki_setup: true,
      cache_dir: '/var/cache/keystone',
      signing_certfile: '/c',
      signing_keyfile: '/k',
      signing_ca_certs: '/a',
      signing_ca_key: '/b',
      signing_cert_subject: '/CN=x',
      signing_key_size: 2048,
      validate_service: true,
      validate_insecure: true,
      validate_auth_url: 'http://192.0.2.1',
      validate_cacert: '/a',
      service_provider: 'upstart',
      verbose: true,
      database_min_pool_size: 1,
    };
    const catalog = await keystoneOf(gone, 'zed');
    const warnings = warningsOf(catalog).join('\n');
    for (const name of Object.keys(gone))
      expect(warnings).to.contain(`the parameter '${name}' has no effect in zed and is ignored (`);
    expect(setting(catalog, 'DEFAULT/admin_port')).to.equal(undefined);
  });

  it('has no effect on the log file in the releases in which Puppet’s class ignored it', async () => {
    const zed = await keystoneOf({ log_dir: '/srv/log' }, 'zed');
    expect(setting(zed, 'DEFAULT/log_dir')).to.equal('/var/log/keystone');
    expect(warningsOf(zed).join()).to.contain('it has no effect between stein and zed');
    const later = await keystoneOf({ log_dir: '/srv/log' }, '2024.1');
    expect(setting(later, 'DEFAULT/log_dir')).to.equal('/srv/log');
  });

  it('has its TLS settings removed from the file in Zed, with a warning', async () => {
    const catalog = await keystoneOf({ enable_ssl: true, ssl_certfile: '/c' }, 'zed');
    expect(said(catalog, 'keystone_config', 'ssl/certfile')).to.include({ ensure: 'absent' });
    expect(warningsOf(catalog).join()).to.contain("the parameter 'ssl_certfile' is deprecated");
    const yoga = await keystoneOf({ enable_ssl: true, ssl_certfile: '/c' }, 'yoga');
    expect(setting(yoga, 'ssl/certfile')).to.equal('/c');
  });

  it('is refused for an unknown type of catalog', async () => {
    const [refusal] = await refusalOf((site) => new keystone.Keystone(site, { catalog_type: 'ldap' }));
    expect(refusal?.hint).to.equal("set it to 'sql' or 'template'");
  });
});
