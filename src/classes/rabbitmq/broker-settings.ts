import type { Scope } from '../../catalog/index.js';
import { formatBrokerSetting } from '../../formats/broker-conf.js';
import { formatOrFail } from '../shared/index.js';
import type { RabbitmqParameters } from './clear-parameters.js';

/** A setting of the broker and the parameter that it is from; `ownPart` is a user-defined last part of the name. */
type Setting = readonly [name: string, value: unknown, parameter: keyof RabbitmqParameters, ownPart?: string];

/** Formats the broker's configuration file; undefined if it would be empty. */
export function formatBrokerSettings(scope: Scope, given: RabbitmqParameters): string | undefined {
  const lines = brokerSettings(given).map(([name, value, parameter, ownPart]) => {
    const parts = [...name.split('.'), ...(ownPart === undefined ? [] : [ownPart])];
    return formatOrFail(scope, parameter, () => formatBrokerSetting(parts, String(value)));
  });
  return lines.length === 0 ? undefined : lines.join('');
}

/** The settings that differ from the broker's defaults. */
function brokerSettings(given: RabbitmqParameters): Setting[] {
  return [
    ...listeners(given),
    ...connections(given),
    ...cluster(given),
    ...tls(given),
    ...plugins(given),
  ].filter(([, value]) => value !== undefined);
}

function listeners({ port, ssl_only, interface: one, node_ip_address = one }: RabbitmqParameters): Setting[] {
  const address = one ?? node_ip_address;
  if (ssl_only) return [['listeners.tcp', 'none', 'ssl_only']];
  if (address !== undefined)
    return [['listeners.tcp.1', `${address}:${port}`, one === undefined ? 'node_ip_address' : 'interface']];
  return [['listeners.tcp.default', unlessDefault(port, 5672), 'port']];
}

function connections(given: RabbitmqParameters): Setting[] {
  const { loopback_users, tcp_backlog, tcp_keepalive, tcp_recbuf, tcp_sndbuf, auth_backends, ldap_auth } =
    given;
  const backends = auth_backends ?? (ldap_auth ? ['internal', 'ldap'] : []);
  const local = loopback_users
    .filter((user) => user !== 'guest')
    .map((user): Setting => ['loopback_users', true, 'loopback_users', user]);
  return [
    ['heartbeat', given.heartbeat, 'heartbeat'],
    ['collect_statistics_interval', given.collect_statistics_interval, 'collect_statistics_interval'],
    ['loopback_users.guest', loopback_users.includes('guest') ? undefined : false, 'loopback_users'],
    ...local,
    ['tcp_listen_options.backlog', unlessDefault(tcp_backlog, 128), 'tcp_backlog'],
    ['tcp_listen_options.keepalive', unlessDefault(tcp_keepalive, false), 'tcp_keepalive'],
    ['tcp_listen_options.recbuf', tcp_recbuf, 'tcp_recbuf'],
    ['tcp_listen_options.sndbuf', tcp_sndbuf, 'tcp_sndbuf'],
    ...backends.map((name, at): Setting => [`auth_backends.${at + 1}`, name, 'auth_backends']),
  ];
}

function cluster({
  config_cluster,
  cluster_nodes,
  cluster_node_type,
  cluster_partition_handling,
}: RabbitmqParameters): Setting[] {
  if (!config_cluster) return [];
  const nodes = cluster_nodes.map((node) => (node.includes('@') ? node : `rabbit@${node}`));
  return [
    ['cluster_formation.peer_discovery_backend', 'classic_config', 'config_cluster'],
    ...nodes.map(
      (node, at): Setting => [`cluster_formation.classic_config.nodes.${at + 1}`, node, 'cluster_nodes'],
    ),
    ['cluster_formation.node_type', cluster_node_type === 'ram' ? 'ram' : undefined, 'cluster_node_type'],
    [
      'cluster_partition_handling',
      unlessDefault(cluster_partition_handling, 'ignore'),
      'cluster_partition_handling',
    ],
  ];
}

function tls(given: RabbitmqParameters): Setting[] {
  if (!given.ssl) return [];
  const { ssl_interface, ssl_port, ssl_versions = [], ssl_ciphers } = given;
  return [
    ssl_interface === undefined
      ? ['listeners.ssl.default', ssl_port, 'ssl_port']
      : ['listeners.ssl.1', `${ssl_interface}:${ssl_port}`, 'ssl_interface'],
    ...certificate(given, 'ssl_options'),
    ...passThrough(given, {
      'ssl_options.password': 'ssl_cert_password',
      'ssl_options.depth': 'ssl_depth',
      'ssl_options.dhfile': 'ssl_dhfile',
      'ssl_options.verify': 'ssl_verify',
      'ssl_options.fail_if_no_peer_cert': 'ssl_fail_if_no_peer_cert',
    }),
    // TLS 1.3 does not have these, and the broker does not start if they are set with TLS 1.3 only.
    ...(ssl_versions.length === 1 && ssl_versions[0] === 'tlsv1.3'
      ? []
      : passThrough(given, {
          'ssl_options.honor_cipher_order': 'ssl_honor_cipher_order',
          'ssl_options.secure_renegotiate': 'ssl_secure_renegotiate',
          'ssl_options.reuse_sessions': 'ssl_reuse_sessions',
        })),
    ...ssl_versions.map((name, at): Setting => [`ssl_options.versions.${at + 1}`, name, 'ssl_versions']),
    ...ssl_ciphers.map((name, at): Setting => [`ssl_options.ciphers.${at + 1}`, name, 'ssl_ciphers']),
  ];
}

function plugins(given: RabbitmqParameters): Setting[] {
  const { admin_enable, config_stomp, ldap_auth, ssl, management_ssl } = given;
  const addressFrom =
    (['management_ip_address', 'interface'] as const).find((name) => given[name] !== undefined) ??
    'node_ip_address';
  const address = given[addressFrom];
  const management: Setting[] =
    ssl && management_ssl
      ? [
          ['management.ssl.port', given.ssl_management_port, 'ssl_management_port'],
          ['management.ssl.ip', address, addressFrom],
          ...certificate(given, 'management.ssl'),
          ...passThrough(given, {
            'management.ssl.verify': 'ssl_management_verify',
            'management.ssl.fail_if_no_peer_cert': 'ssl_management_fail_if_no_peer_cert',
          }),
        ]
      : [
          ['management.tcp.port', unlessDefault(given.management_port, 15672), 'management_port'],
          ['management.tcp.ip', address, addressFrom],
        ];
  const stomp: Setting[] = [
    given.stomp_ssl_only
      ? ['stomp.listeners.tcp', 'none', 'stomp_ssl_only']
      : ['stomp.listeners.tcp.1', given.stomp_port, 'stomp_port'],
    ['stomp.listeners.ssl.1', ssl ? given.ssl_stomp_port : undefined, 'ssl_stomp_port'],
  ];
  const ldap = passThrough(given, {
    'auth_ldap.servers.1': 'ldap_server',
    'auth_ldap.user_dn_pattern': 'ldap_user_dn_pattern',
    'auth_ldap.other_bind': 'ldap_other_bind',
    'auth_ldap.use_ssl': 'ldap_use_ssl',
    'auth_ldap.port': 'ldap_port',
    'auth_ldap.log': 'ldap_log',
  });
  return [...(admin_enable ? management : []), ...(config_stomp ? stomp : []), ...(ldap_auth ? ldap : [])];
}

function certificate(given: RabbitmqParameters, prefix: string): Setting[] {
  return passThrough(given, {
    [`${prefix}.cacertfile`]: 'ssl_cacert',
    [`${prefix}.certfile`]: 'ssl_cert',
    [`${prefix}.keyfile`]: 'ssl_key',
  });
}

/** Settings whose values are parameters, unchanged. */
function passThrough(
  given: RabbitmqParameters,
  parameters: Readonly<Record<string, keyof RabbitmqParameters>>,
): Setting[] {
  return Object.entries(parameters).map(([name, parameter]) => [name, given[parameter], parameter]);
}

/** Returns undefined for the broker's default. */
function unlessDefault<V>(value: V, fallback: V): V | undefined {
  return value === fallback ? undefined : value;
}
