import {
  absolutePath,
  arrayOf,
  boolean,
  hashOf,
  integer,
  matching,
  oneOf,
  parameter,
  secretString,
  string,
} from '../../catalog/index.js';
import { scalarString, secretScalarString } from '../shared/index.js';

const port = integer({ min: 1, max: 65535 });
const peers = oneOf('verify_none', 'verify_peer');
const erlang = (what: string, file: string) =>
  parameter(
    hashOf(scalarString),
    `Variables of ${what}, each with an Erlang term as its value, for ${file}.`,
    {
      default: {},
    },
  );

/** Parameters of `rabbitmq::server` and `rabbitmq`. */
export const serverParameters = {
  port: parameter(port, 'The port of AMQP.', { default: 5672 }),
  node_ip_address: parameter(string, 'Listen address of the broker. @default all addresses'),
  package_name: parameter(arrayOf(string), 'Its packages.', { default: ['rabbitmq-server'] }),
  service_name: parameter(matching(/^[\w:@-][\w.:@-]*$/, 'the name of a service'), 'Its service.', {
    default: 'rabbitmq-server',
  }),
  service_ensure: parameter(oneOf('running', 'stopped'), 'Whether the service runs.', { default: 'running' }),
  service_manage: parameter(boolean, 'Whether the service is managed.', { default: true }),
  delete_guest_user: parameter(
    boolean,
    "Whether the account 'guest' of a new broker, with its well-known password, is removed.",
    { default: false },
  ),
  config_stomp: parameter(boolean, "Whether STOMP's ports are configured.", { default: false }),
  stomp_port: parameter(port, 'The port of STOMP.', { default: 6163 }),
  config_cluster: parameter(boolean, 'Whether the broker is part of a cluster.', { default: false }),
  cluster_nodes: parameter(arrayOf(string), 'The hosts of the cluster, this one included.', { default: [] }),
  cluster_node_type: parameter(oneOf('disc', 'disk', 'ram'), 'Whether this node stores its tables on disk.', {
    default: 'disc',
  }),
  erlang_cookie: parameter(secretString, 'The secret that the nodes of a cluster authenticate with.'),
  wipe_db_on_cookie_change: parameter(
    boolean,
    "Whether the broker's database is removed if the cookie changes: the broker would not start with it.",
    { default: false },
  ),
} as const;

/** Parameters of `rabbitmq`. */
export const parameters = {
  ...serverParameters,
  admin_enable: parameter(boolean, 'Whether the management plugin is enabled.', { default: true }),
  auth_backends: parameter(
    arrayOf(string),
    "Authentication backends: 'internal', 'ldap', 'http' or the module of another one. @default internal",
  ),
  cluster_partition_handling: parameter(string, 'How a cluster handles network partitions.', {
    default: 'ignore',
  }),
  collect_statistics_interval: parameter(
    integer({ min: 1 }),
    'Milliseconds between two collections of statistics.',
  ),
  config_path: parameter(absolutePath, 'The configuration file.', { default: '/etc/rabbitmq/rabbitmq.conf' }),
  config_variables: erlang("the broker's core", 'advanced.config'),
  config_kernel_variables: erlang("Erlang's kernel", 'advanced.config'),
  config_management_variables: erlang('the management plugin', 'advanced.config'),
  config_additional_variables: erlang('other applications, each a list of pairs', 'advanced.config'),
  config_shovel: parameter(boolean, 'Whether the shovel plugin is enabled.', { default: false }),
  default_user: parameter(
    string,
    'The administrator of a new broker. Debian starts the broker during installation, so the account is created like any other.',
    { default: 'guest' },
  ),
  default_pass: parameter(secretScalarString, "That account's password.", { default: 'guest' }),
  env_config_path: parameter(absolutePath, 'The file of environment variables.', {
    default: '/etc/rabbitmq/rabbitmq-env.conf',
  }),
  environment_variables: parameter(
    hashOf(scalarString),
    'Environment variables of the broker and its tools. If empty, the file is not managed.',
    { default: {} },
  ),
  file_limit: parameter(
    matching(/^(-1|\d+|unlimited|infinity|\d+:(\d+|infinity))$/, "a number, or 'unlimited'"),
    "Maximum number of open files. @default the limit of the package's service",
  ),
  heartbeat: parameter(
    integer({ min: 0 }),
    "Seconds between two heartbeats; 0 to disable them. @default the broker's default",
  ),
  interface: parameter(string, 'Old name of node_ip_address, which it overrides.'),
  ipv6: parameter(boolean, 'Whether nodes and tools communicate over IPv6.', { default: false }),
  ldap_auth: parameter(boolean, 'Whether users are also authenticated with LDAP.', { default: false }),
  ldap_server: parameter(string, "LDAP's server.", { default: 'ldap' }),
  ldap_user_dn_pattern: parameter(
    string,
    'Pattern of the distinguished name of a user; `username` in braces after a dollar sign is replaced by the user.',
  ),
  ldap_other_bind: parameter(string, 'The identity that the broker queries LDAP with.', { default: 'anon' }),
  ldap_use_ssl: parameter(boolean, 'Whether LDAP uses TLS.', { default: false }),
  ldap_port: parameter(port, "LDAP's port.", { default: 389 }),
  ldap_log: parameter(boolean, 'Whether LDAP queries are logged.', { default: false }),
  loopback_users: parameter(arrayOf(string), 'Users that can only connect from this host.', {
    default: ['guest'],
  }),
  management_ip_address: parameter(string, "The management plugin's address. @default node_ip_address"),
  management_port: parameter(port, "The management plugin's port.", { default: 15672 }),
  management_ssl: parameter(boolean, 'Whether the management plugin uses TLS if ssl is set.', {
    default: true,
  }),
  package_ensure: parameter(string, "The packages' state.", { default: 'installed' }),
  rabbitmq_user: parameter(string, 'The user that the broker runs as.', { default: 'rabbitmq' }),
  rabbitmq_group: parameter(string, 'The group that can read its configuration.', { default: 'rabbitmq' }),
  rabbitmq_home: parameter(absolutePath, "The broker's home directory.", { default: '/var/lib/rabbitmq' }),
  service_restart: parameter(boolean, 'Whether the service restarts if its configuration changes.', {
    default: true,
  }),
  ssl: parameter(boolean, 'Whether the broker uses TLS.', { default: false }),
  ssl_only: parameter(boolean, 'Whether it only accepts TLS.', { default: false }),
  ssl_cacert: parameter(absolutePath, 'Certificate authorities for verifying certificates.'),
  ssl_cert: parameter(absolutePath, 'The certificate.'),
  ssl_key: parameter(absolutePath, "The certificate's key."),
  ssl_cert_password: parameter(secretScalarString, "The key's password."),
  ssl_depth: parameter(integer({ min: 0 }), 'Maximum number of intermediate certificate authorities.'),
  ssl_dhfile: parameter(absolutePath, 'The file of Diffie-Hellman parameters.'),
  ssl_port: parameter(port, 'The port of AMQP over TLS.', { default: 5671 }),
  ssl_interface: parameter(string, 'Listen address for TLS. @default all addresses'),
  ssl_management_port: parameter(port, "The management plugin's port for TLS.", { default: 15671 }),
  ssl_management_verify: parameter(peers, "Whether the management plugin verifies clients' certificates.", {
    default: 'verify_none',
  }),
  ssl_management_fail_if_no_peer_cert: parameter(
    boolean,
    'Whether it rejects clients without a certificate.',
    {
      default: false,
    },
  ),
  ssl_stomp_port: parameter(port, 'The port of STOMP over TLS.', { default: 6164 }),
  ssl_verify: parameter(peers, "Whether clients' certificates are verified.", { default: 'verify_none' }),
  ssl_fail_if_no_peer_cert: parameter(boolean, 'Whether clients without a certificate are rejected.', {
    default: false,
  }),
  ssl_versions: parameter(arrayOf(string), "Versions of TLS, such as tlsv1.3. @default Erlang's versions"),
  ssl_ciphers: parameter(arrayOf(string), "Ciphers, by their names in OpenSSL. @default Erlang's ciphers", {
    default: [],
  }),
  ssl_honor_cipher_order: parameter(boolean, "Whether the server's order of ciphers takes precedence.", {
    default: true,
  }),
  ssl_reuse_sessions: parameter(boolean, 'Whether TLS sessions are resumed.', { default: true }),
  ssl_secure_renegotiate: parameter(boolean, 'Whether renegotiation must be secure.', { default: true }),
  stomp_ensure: parameter(boolean, 'Whether the STOMP plugin is enabled.', { default: false }),
  stomp_ssl_only: parameter(boolean, 'Whether STOMP only accepts TLS.', { default: false }),
  tcp_backlog: parameter(integer({ min: 1 }), 'Maximum number of connections waiting to be accepted.', {
    default: 128,
  }),
  tcp_keepalive: parameter(boolean, 'Whether idle connections are probed.', { default: false }),
  tcp_recbuf: parameter(integer({ min: 1 }), 'Size of the receive buffer in bytes.'),
  tcp_sndbuf: parameter(integer({ min: 1 }), 'Size of the send buffer in bytes.'),
} as const;
