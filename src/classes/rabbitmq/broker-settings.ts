import type { Given } from './given.js';

type Setting = readonly [name: string, value: unknown];

/** What goes into the broker's file of settings: what differs from its own defaults, and nothing else. */
export function brokerSettings(given: Given): Setting[] {
  return [
    ...listeners(given),
    ...connections(given),
    ...cluster(given),
    ...tls(given),
    ...plugins(given),
  ].filter(([, value]) => value !== undefined);
}

/** The file's text; undefined where there is nothing to say. */
export function renderSettings(settings: readonly Setting[]): string | undefined {
  if (settings.length === 0) return undefined;
  return settings.map(([name, value]) => `${name} = ${value}\n`).join('');
}

/** A setting that the file's format cannot hold: it knows no quotes. */
export function unwritable(settings: readonly Setting[]): string | undefined {
  return settings.find(([, value]) => /[#\n\r]|^\s|\s$|^$/.test(String(value)))?.[0];
}

function listeners({ port, ssl_only, interface: one, node_ip_address = one }: Given): Setting[] {
  const address = one ?? node_ip_address;
  if (ssl_only) return [['listeners.tcp', 'none']];
  if (address !== undefined) return [['listeners.tcp.1', `${address}:${port}`]];
  return [['listeners.tcp.default', unless(port, 5672)]];
}

function connections(given: Given): Setting[] {
  const { loopback_users, tcp_backlog, tcp_keepalive, tcp_recbuf, tcp_sndbuf, auth_backends, ldap_auth } =
    given;
  const backends = auth_backends ?? (ldap_auth ? ['internal', 'ldap'] : []);
  const local = loopback_users
    .filter((user) => user !== 'guest')
    .map((user): Setting => [`loopback_users.${user}`, true]);
  return [
    ['heartbeat', given.heartbeat],
    ['collect_statistics_interval', given.collect_statistics_interval],
    ['loopback_users.guest', loopback_users.includes('guest') ? undefined : false],
    ...local,
    ['tcp_listen_options.backlog', unless(tcp_backlog, 128)],
    ['tcp_listen_options.keepalive', unless(tcp_keepalive, false)],
    ['tcp_listen_options.recbuf', tcp_recbuf],
    ['tcp_listen_options.sndbuf', tcp_sndbuf],
    ...backends.map((name, at): Setting => [`auth_backends.${at + 1}`, name]),
  ];
}

function cluster({
  config_cluster,
  cluster_nodes,
  cluster_node_type,
  cluster_partition_handling,
}: Given): Setting[] {
  if (!config_cluster) return [];
  const nodes = cluster_nodes.map((node) => (node.includes('@') ? node : `rabbit@${node}`));
  return [
    ['cluster_formation.peer_discovery_backend', 'classic_config'],
    ...nodes.map((node, at): Setting => [`cluster_formation.classic_config.nodes.${at + 1}`, node]),
    ['cluster_formation.node_type', cluster_node_type === 'ram' ? 'ram' : unless('disc', 'disc')],
    ['cluster_partition_handling', unless(cluster_partition_handling, 'ignore')],
  ];
}

function tls(given: Given): Setting[] {
  if (!given.ssl) return [];
  const { ssl_interface, ssl_port, ssl_versions = [], ssl_ciphers } = given;
  return [
    ssl_interface === undefined
      ? ['listeners.ssl.default', ssl_port]
      : ['listeners.ssl.1', `${ssl_interface}:${ssl_port}`],
    ['ssl_options.cacertfile', given.ssl_cacert],
    ['ssl_options.certfile', given.ssl_cert],
    ['ssl_options.keyfile', given.ssl_key],
    ['ssl_options.password', given.ssl_cert_password],
    ['ssl_options.depth', given.ssl_depth],
    ['ssl_options.dhfile', given.ssl_dhfile],
    ['ssl_options.verify', given.ssl_verify],
    ['ssl_options.fail_if_no_peer_cert', given.ssl_fail_if_no_peer_cert],
    // TLS 1.3 alone has none of these, and the broker does not start where they are set with it.
    ...(ssl_versions.length === 1 && ssl_versions[0] === 'tlsv1.3'
      ? []
      : ([
          ['ssl_options.honor_cipher_order', given.ssl_honor_cipher_order],
          ['ssl_options.secure_renegotiate', given.ssl_secure_renegotiate],
          ['ssl_options.reuse_sessions', given.ssl_reuse_sessions],
        ] satisfies Setting[])),
    ...ssl_versions.map((name, at): Setting => [`ssl_options.versions.${at + 1}`, name]),
    ...ssl_ciphers.map((name, at): Setting => [`ssl_options.ciphers.${at + 1}`, name]),
  ];
}

function plugins(given: Given): Setting[] {
  const { admin_enable, config_stomp, ldap_auth, ssl, management_ssl, interface: one } = given;
  const address = given.management_ip_address ?? one ?? given.node_ip_address;
  const management: Setting[] =
    ssl && management_ssl
      ? [
          ['management.ssl.port', given.ssl_management_port],
          ['management.ssl.ip', address],
          ['management.ssl.cacertfile', given.ssl_cacert],
          ['management.ssl.certfile', given.ssl_cert],
          ['management.ssl.keyfile', given.ssl_key],
          ['management.ssl.verify', given.ssl_management_verify],
          ['management.ssl.fail_if_no_peer_cert', given.ssl_management_fail_if_no_peer_cert],
        ]
      : [
          ['management.tcp.port', unless(given.management_port, 15672)],
          ['management.tcp.ip', address],
        ];
  const stomp: Setting[] = [
    given.stomp_ssl_only ? ['stomp.listeners.tcp', 'none'] : ['stomp.listeners.tcp.1', given.stomp_port],
    ['stomp.listeners.ssl.1', ssl ? given.ssl_stomp_port : undefined],
  ];
  const ldap: Setting[] = [
    ['auth_ldap.servers.1', given.ldap_server],
    ['auth_ldap.user_dn_pattern', given.ldap_user_dn_pattern],
    ['auth_ldap.other_bind', given.ldap_other_bind],
    ['auth_ldap.use_ssl', given.ldap_use_ssl],
    ['auth_ldap.port', given.ldap_port],
    ['auth_ldap.log', given.ldap_log],
  ];
  return [...(admin_enable ? management : []), ...(config_stomp ? stomp : []), ...(ldap_auth ? ldap : [])];
}

/** What is the broker's own default need not be said. */
function unless<V>(value: V, fallback: V): V | undefined {
  return value === fallback ? undefined : value;
}
