import { expect } from 'chai';
import { type Catalog, compile, manifest, type Scope } from '../../../src/catalog/index.js';
import * as rabbitmq from '../../../src/classes/rabbitmq/index.js';
import type { Facts } from '../../../src/data/facts.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { RabbitmqUser } from '../../../src/resources/index.js';
import { revealAll, Secret, secret } from '../../../src/secrets/secret.js';

const debian = { os: { family: 'Debian', name: 'Debian' }, service_provider: 'systemd' };

const compiled = (body: (site: Scope) => void, facts: Facts = debian): Promise<Catalog> =>
  compile(manifest(body), { facts });

function titles(catalog: Catalog): string[] {
  return catalog.resources
    .filter(({ definition }) => definition !== undefined)
    .map(({ reference }) => reference);
}

const conf = (catalog: Catalog, path = '/etc/rabbitmq/rabbitmq.conf') => {
  const content = catalog.find('file', path)?.parameters.content;
  return Secret.is(content) ? content : String(content).split('\n').slice(1, -1);
};

const refusal = (body: (site: Scope) => void) =>
  compiled(body).then(
    () => '',
    (error: unknown) => (GlanceApplyError.is(error) ? error.message : 'something else'),
  );

describe('rabbitmq', () => {
  it('is a package, its plugin and a service; files without content do not exist', async () => {
    const catalog = await compiled((site) => void new rabbitmq.Rabbitmq(site));
    expect(titles(catalog)).to.have.members([
      'Package[rabbitmq-server]',
      'File[/etc/rabbitmq/rabbitmq.conf]',
      'File[/etc/rabbitmq/advanced.config]',
      'Rabbitmq_plugin[rabbitmq_management]',
      'Service[rabbitmq-server]',
    ]);
    for (const path of ['rabbitmq.conf', 'advanced.config'])
      expect(catalog.find('file', `/etc/rabbitmq/${path}`)?.desired.ensure).to.equal('absent');
  });

  it('writes settings that differ from the defaults of the broker', async () => {
    const catalog = await compiled(
      (site) =>
        void new rabbitmq.Rabbitmq(site, {
          port: 5673,
          node_ip_address: '127.0.0.1',
          heartbeat: 30,
          loopback_users: [],
          tcp_backlog: 256,
          management_port: 15673,
          config_cluster: true,
          cluster_nodes: ['one', 'rabbit@two'],
          erlang_cookie: 'COOKIE',
          ldap_auth: true,
        }),
    );
    expect(conf(catalog)).to.deep.equal([
      'listeners.tcp.1 = 127.0.0.1:5673',
      'heartbeat = 30',
      'loopback_users.guest = false',
      'tcp_listen_options.backlog = 256',
      'auth_backends.1 = internal',
      'auth_backends.2 = ldap',
      'cluster_formation.peer_discovery_backend = classic_config',
      'cluster_formation.classic_config.nodes.1 = rabbit@one',
      'cluster_formation.classic_config.nodes.2 = rabbit@two',
      'management.tcp.port = 15673',
      'management.tcp.ip = 127.0.0.1',
      'auth_ldap.servers.1 = ldap',
      'auth_ldap.other_bind = anon',
      'auth_ldap.use_ssl = false',
      'auth_ldap.port = 389',
      'auth_ldap.log = false',
    ]);
  });

  it('serves TLS, exclusively if configured, and redacts the password of the key', async () => {
    const tls = { ssl: true, ssl_only: true, ssl_cert: '/c', ssl_key: '/k', admin_enable: false };
    expect(conf(await compiled((site) => void new rabbitmq.Rabbitmq(site, tls)))).to.deep.equal([
      'listeners.tcp = none',
      'listeners.ssl.default = 5671',
      'ssl_options.certfile = /c',
      'ssl_options.keyfile = /k',
      'ssl_options.verify = verify_none',
      'ssl_options.fail_if_no_peer_cert = false',
      'ssl_options.honor_cipher_order = true',
      'ssl_options.secure_renegotiate = true',
      'ssl_options.reuse_sessions = true',
    ]);
    const locked = { ...tls, ssl_cert_password: 'of the key' };
    expect(Secret.is(conf(await compiled((site) => void new rabbitmq.Rabbitmq(site, locked))))).to.equal(
      true,
    );
  });

  it('writes Erlang terms unchanged to advanced.config, and environment variables to their file', async () => {
    const catalog = await compiled(
      (site) =>
        void new rabbitmq.Rabbitmq(site, {
          config_variables: { log_levels: '[{connection, info}]' },
          config_kernel_variables: { inet_dist_listen_min: '9100' },
          environment_variables: { NODENAME: 'rabbit@node', LC_ALL: 'C.UTF-8' },
          ipv6: true,
        }),
    );
    expect(conf(catalog, '/etc/rabbitmq/advanced.config')).to.deep.equal([
      '[',
      '  {rabbit, [',
      '    {log_levels, [{connection, info}]}',
      '  ]},',
      '  {kernel, [',
      '    {inet_dist_listen_min, 9100}',
      '  ]}',
      '].',
    ]);
    expect(conf(catalog, '/etc/rabbitmq/rabbitmq-env.conf')).to.deep.equal([
      'LC_ALL=C.UTF-8',
      'NODENAME=rabbit@node',
      'RABBITMQ_CTL_ERL_ARGS="-proto_dist inet6_tcp"',
      'RABBITMQ_SERVER_ERL_ARGS="-proto_dist inet6_tcp"',
    ]);
  });

  it('creates the initial account, and removes guest', async () => {
    const catalog = await compiled(
      (site) =>
        void new rabbitmq.Rabbitmq(site, {
          delete_guest_user: true,
          default_user: 'openstack',
          default_pass: secret('it'),
        }),
    );
    expect(catalog.find('rabbitmq_user', 'guest')?.desired.ensure).to.equal('absent');
    expect(revealAll(catalog.find('rabbitmq_user', 'openstack')?.desired)).to.include({
      password: 'it',
      admin: true,
    });
    expect(catalog.find('rabbitmq_user_permissions', 'openstack@/')?.desired).to.include({
      configure_permission: '.*',
    });
  });

  it('searches for the process if the status of an init script would depend on the broker', async () => {
    const under = async (service_provider: string) => {
      const catalog = await compiled((site) => void new rabbitmq.Rabbitmq(site), {
        ...debian,
        service_provider,
      });
      return catalog.find('service', 'rabbitmq-server')?.desired;
    };
    expect(await under('systemd'))
      .to.include({ hasstatus: true })
      .and.not.have.property('pattern');
    const line = '/usr/lib/erlang/bin/beam.smp -W w -- -noinput -s rabbit boot -boot start_sasl';
    const { hasstatus, pattern } = (await under('init')) ?? {};
    expect(hasstatus).to.equal(false);
    expect(line).to.match(new RegExp(String(pattern)));
  });

  it('raises the limit of open files with and without systemd', async () => {
    const limited = (facts: Facts) =>
      compiled((site) => void new rabbitmq.Rabbitmq(site, { file_limit: 'unlimited' as const }), facts);
    const unit = '/etc/systemd/system/rabbitmq-server.service.d/90-limits.conf';
    expect(conf(await limited(debian), unit)).to.deep.equal(['[Service]', 'LimitNOFILE=infinity']);
    const init = await limited({ ...debian, service_provider: 'init' });
    expect(conf(init, '/etc/default/rabbitmq-server')).to.deep.equal(['ulimit -n unlimited']);
  });

  it('refuses invalid combinations of parameters', async () => {
    const given = (parameters: ConstructorParameters<typeof rabbitmq.Rabbitmq>[1]) =>
      refusal((site) => void new rabbitmq.Rabbitmq(site, parameters));
    expect(await given({ ssl_only: true })).to.match(/ssl_only needs ssl/);
    expect(await given({ config_cluster: true })).to.match(/needs an erlang_cookie/);
    expect(await given({ ssl: true, ssl_cert_password: 'a#b' })).to.match(
      /^\S+rabbitmq\.spec\.ts:\d+:\d+.* ssl_cert_password: the value cannot be written/,
    );
    expect(await given({ ssl: true, ssl_cert_password: 'a#b' })).not.to.include('a#b');
    expect(await refusal((site) => void new rabbitmq.Config(site))).to.match(/part of the class 'rabbitmq'/);
  });
});

describe('rabbitmq::server', () => {
  it('is the class rabbitmq, so that what comes after it comes after the broker', async () => {
    const catalog = await compiled((site) => {
      const broker = new rabbitmq.Server(site, { port: 5673 });
      new RabbitmqUser(site, 'glance', { password: secret('x'), require: broker });
    });
    expect(conf(catalog)).to.deep.equal(['listeners.tcp.default = 5673']);
    const service = catalog.find('service', 'rabbitmq-server');
    const within = (index: number): string[] =>
      (catalog.resources[index]?.containers ?? []).flatMap((one) => [
        String(catalog.resources[one]?.reference),
        ...within(one),
      ]);
    expect(within(service?.index ?? -1)).to.include('Class[Rabbitmq::Server]');
  });
});
