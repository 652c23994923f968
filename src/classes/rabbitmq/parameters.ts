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
import { secretText, text } from '../tables/index.js';

const port = integer({ min: 1, max: 65535 });
const peers = oneOf('verify_none', 'verify_peer');
const erlang = (what: string, file: string) =>
  parameter(
    hashOf(text),
    `Variables of ${what}, each with its value in Erlang's words: they go into ${file}.`,
    {
      default: {},
    },
  );

/** What `rabbitmq::server` takes, and `rabbitmq` too. */
export const serverParameters = {
  port: parameter(port, 'The port of AMQP.', { default: 5672 }),
  node_ip_address: parameter(string, 'The one address that the broker listens on. @default all'),
  package_name: parameter(arrayOf(string), 'Its packages.', { default: ['rabbitmq-server'] }),
  service_name: parameter(matching(/^[\w:@-][\w.:@-]*$/, 'the name of a service'), 'Its service.', {
    default: 'rabbitmq-server',
  }),
  service_ensure: parameter(oneOf('running', 'stopped'), 'Whether it runs.', { default: 'running' }),
  service_manage: parameter(boolean, 'Whether the service is managed.', { default: true }),
  delete_guest_user: parameter(
    boolean,
    "Whether the account 'guest' goes, which every new broker has with a password that everybody knows.",
    { default: false },
  ),
  config_stomp: parameter(boolean, "Whether STOMP's ports are configured.", { default: false }),
  stomp_port: parameter(port, 'The port of STOMP.', { default: 6163 }),
  config_cluster: parameter(boolean, 'Whether the broker joins others.', { default: false }),
  cluster_nodes: parameter(arrayOf(string), 'The hosts of the cluster, this one included.', { default: [] }),
  cluster_node_type: parameter(oneOf('disc', 'disk', 'ram'), 'Whether this one keeps its tables on disk.', {
    default: 'disc',
  }),
  erlang_cookie: parameter(secretString, 'What the nodes of a cluster know each other by.'),
  wipe_db_on_cookie_change: parameter(
    boolean,
    "Whether the broker's database may be removed where the cookie is another one: it would not start with it.",
    { default: false },
  ),
} as const;

/** What `rabbitmq` takes. */
export const parameters = {
  ...serverParameters,
  admin_enable: parameter(boolean, 'Whether the management plugin is enabled.', { default: true }),
  auth_backends: parameter(
    arrayOf(string),
    "What accounts are looked for in: 'internal', 'ldap', 'http' or the module of another one. @default internal",
  ),
  cluster_partition_handling: parameter(string, 'What a cluster does that has come apart.', {
    default: 'ignore',
  }),
  collect_statistics_interval: parameter(integer({ min: 1 }), 'Milliseconds between two statistics.'),
  config_path: parameter(absolutePath, 'The file of settings.', { default: '/etc/rabbitmq/rabbitmq.conf' }),
  config_variables: erlang("the broker's core", 'advanced.config'),
  config_kernel_variables: erlang("Erlang's kernel", 'advanced.config'),
  config_management_variables: erlang('the management plugin', 'advanced.config'),
  config_additional_variables: erlang('other applications, each a list of pairs', 'advanced.config'),
  config_shovel: parameter(boolean, 'Whether the shovel plugin is enabled.', { default: false }),
  default_user: parameter(
    string,
    'The administrator of a new broker. Debian starts the broker as it installs it, so the account is made as any other.',
    { default: 'guest' },
  ),
  default_pass: parameter(secretText, "That account's password.", { default: 'guest' }),
  env_config_path: parameter(absolutePath, 'The file of environment variables.', {
    default: '/etc/rabbitmq/rabbitmq-env.conf',
  }),
  environment_variables: parameter(
    hashOf(text),
    'Environment variables of the broker and its tools. Without any, the file is left as it is.',
    { default: {} },
  ),
  file_limit: parameter(
    matching(/^(-1|\d+|unlimited|infinity|\d+:(\d+|infinity))$/, "a number, or 'unlimited'"),
    "Files that the broker may have open at once. @default what the package's service says",
  ),
  heartbeat: parameter(
    integer({ min: 0 }),
    "Seconds between two heartbeats; 0 for none. @default the broker's",
  ),
  interface: parameter(string, 'As node_ip_address, which it takes the place of.'),
  ipv6: parameter(boolean, 'Whether nodes and tools speak IPv6 with each other.', { default: false }),
  ldap_auth: parameter(boolean, 'Whether accounts are looked for in LDAP too.', { default: false }),
  ldap_server: parameter(string, "LDAP's server.", { default: 'ldap' }),
  ldap_user_dn_pattern: parameter(
    string,
    'The distinguished name of an account; `username` in braces behind a dollar sign stands for the account.',
  ),
  ldap_other_bind: parameter(string, 'As whom the broker asks LDAP.', { default: 'anon' }),
  ldap_use_ssl: parameter(boolean, 'Whether LDAP speaks TLS.', { default: false }),
  ldap_port: parameter(port, "LDAP's port.", { default: 389 }),
  ldap_log: parameter(boolean, 'Whether what LDAP is asked goes into the log.', { default: false }),
  loopback_users: parameter(arrayOf(string), 'Accounts that may only come from this host.', {
    default: ['guest'],
  }),
  management_ip_address: parameter(string, "The management plugin's address. @default node_ip_address"),
  management_port: parameter(port, "The management plugin's port.", { default: 15672 }),
  management_ssl: parameter(boolean, 'Whether the management plugin speaks TLS, where ssl is on.', {
    default: true,
  }),
  package_ensure: parameter(string, "The packages' state.", { default: 'installed' }),
  rabbitmq_user: parameter(string, 'The user that the broker runs as.', { default: 'rabbitmq' }),
  rabbitmq_group: parameter(string, 'The group that may read its settings.', { default: 'rabbitmq' }),
  rabbitmq_home: parameter(absolutePath, "The broker's home.", { default: '/var/lib/rabbitmq' }),
  service_restart: parameter(boolean, 'Whether the service restarts where its settings change.', {
    default: true,
  }),
  ssl: parameter(boolean, 'Whether the broker speaks TLS.', { default: false }),
  ssl_only: parameter(boolean, 'Whether it speaks nothing else.', { default: false }),
  ssl_cacert: parameter(absolutePath, 'The authorities that certificates are held against.'),
  ssl_cert: parameter(absolutePath, 'The certificate.'),
  ssl_key: parameter(absolutePath, "The certificate's key."),
  ssl_cert_password: parameter(secretText, "The key's password."),
  ssl_depth: parameter(
    integer({ min: 0 }),
    'How many authorities may stand between a certificate and a trusted one.',
  ),
  ssl_dhfile: parameter(absolutePath, 'Parameters of Diffie and Hellman.'),
  ssl_port: parameter(port, 'The port of AMQP over TLS.', { default: 5671 }),
  ssl_interface: parameter(string, 'The one address for TLS. @default all'),
  ssl_management_port: parameter(port, "The management plugin's port for TLS.", { default: 15671 }),
  ssl_management_verify: parameter(peers, "Whether the management plugin asks for clients' certificates.", {
    default: 'verify_none',
  }),
  ssl_management_fail_if_no_peer_cert: parameter(boolean, 'Whether it refuses who has none.', {
    default: false,
  }),
  ssl_stomp_port: parameter(port, 'The port of STOMP over TLS.', { default: 6164 }),
  ssl_verify: parameter(peers, "Whether clients' certificates are asked for.", { default: 'verify_none' }),
  ssl_fail_if_no_peer_cert: parameter(boolean, 'Whether clients without a certificate are refused.', {
    default: false,
  }),
  ssl_versions: parameter(arrayOf(string), "Versions of TLS, such as tlsv1.3. @default Erlang's"),
  ssl_ciphers: parameter(arrayOf(string), "Ciphers, by their names in OpenSSL. @default Erlang's", {
    default: [],
  }),
  ssl_honor_cipher_order: parameter(boolean, "Whether the server's order of ciphers counts.", {
    default: true,
  }),
  ssl_reuse_sessions: parameter(boolean, 'Whether sessions of TLS are taken up again.', { default: true }),
  ssl_secure_renegotiate: parameter(boolean, 'Whether renegotiation has to be secure.', { default: true }),
  stomp_ensure: parameter(boolean, 'Whether the STOMP plugin is enabled.', { default: false }),
  stomp_ssl_only: parameter(boolean, 'Whether STOMP speaks TLS alone.', { default: false }),
  tcp_backlog: parameter(integer({ min: 1 }), 'Connections that wait to be accepted.', { default: 128 }),
  tcp_keepalive: parameter(boolean, 'Whether silent connections are probed.', { default: false }),
  tcp_recbuf: parameter(integer({ min: 1 }), 'Bytes of the buffer for what comes in.'),
  tcp_sndbuf: parameter(integer({ min: 1 }), 'Bytes of the buffer for what goes out.'),
} as const;
