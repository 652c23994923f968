import {
  absolutePath,
  anything,
  boolean,
  hashOf,
  parameter,
  string,
  type ValueType,
} from '../../catalog/index.js';
import type { Release } from '../../data/releases.js';
import { type OptionValue, option, optionValue, perRelease, serviceDefault } from '../tables/index.js';
import { legacyBrokerParameters } from './options/broker.js';
import { legacyCacheParameters, memcacheOptions } from './options/cache.js';
import { eventletOptions } from './options/eventlet.js';
import {
  legacyBootstrapParameters,
  legacyDatabaseParameters,
  legacyLoggingParameters,
} from './options/legacy-parameters.js';
import { pkiParameters, removedParameters, removedTokenOptions } from './options/removed-options.js';
import { tlsParameters } from './options/tls.js';

const handedOn = (doc: string, since?: Release) =>
  parameter(optionValue, doc, { default: serviceDefault as OptionValue, since });
const secretHandedOn = (doc: string, since?: Release) =>
  parameter({ ...optionValue, secret: true }, doc, { default: serviceDefault as OptionValue, since });

/** Files with keys, or `false` where keystone-manage makes them. */
const keyFiles: ValueType<false | Readonly<Record<string, unknown>>> = {
  schema: { anyOf: [{ const: false }, hashOf(anything).schema] },
  expected: 'false, or a hash of files with their attributes',
  secret: true,
};

/** Parameters of `keystone` that become options as they are. */
export const keystoneOptions = {
  ...eventletOptions,
  ...removedTokenOptions,
  public_endpoint: option('DEFAULT/public_endpoint', "Keystone's own address, for links in its answers."),
  token_expiration: option('token/expiration', 'Seconds that a token is good for.', {
    default: 3600 as OptionValue,
  }),
  password_hash_algorithm: option('identity/password_hash_algorithm', 'How passwords are hashed.', {
    since: 'stein',
  }),
  password_hash_rounds: option('identity/password_hash_rounds', 'How dear a hash is.', { since: 'stein' }),
  revoke_driver: option('revoke/driver', 'Where revoked tokens are kept.'),
  policy_driver: option('policy/driver', 'Where policies of the API are kept.'),
  catalog_template_file: option('catalog/template_file', 'The catalog of the driver `templated`.', {
    default: '/etc/keystone/default_catalog.templates' as OptionValue,
  }),
  token_provider: option('token/provider', 'The form of tokens: `fernet`, `jws`.', {
    default: perRelease<OptionValue>({ newton: 'uuid', ocata: 'fernet' }),
  }),
  max_token_size: option('DEFAULT/max_token_size', 'Longest token that is believed, in bytes.'),
  notification_format: option('DEFAULT/notification_format', '`basic` or `cadf`.'),
  notification_opt_out: option('DEFAULT/notification_opt_out', 'Kinds of notifications that are not sent.', {
    since: 'yoga',
  }),
  revoke_by_id: option('token/revoke_by_id', 'Single tokens can be revoked.', {
    default: true as OptionValue,
  }),
  fernet_max_active_keys: option('fernet_tokens/max_active_keys', 'Keys that are kept for tokens.'),
  credential_key_repository: option('credential/key_repository', 'Directory of the keys of credentials.', {
    default: '/etc/keystone/credential-keys' as OptionValue,
  }),
} as const;

/** Parameters of `keystone`: oslo.messaging. */
const keystoneMessaging = {
  default_transport_url: secretHandedOn('Where the message broker is.'),
  rpc_response_timeout: handedOn('Seconds to wait for an answer.', 'pike'),
  control_exchange: handedOn('The exchange that topics live in.'),
  notification_transport_url: secretHandedOn('The broker for notifications, where it is another.', 'ocata'),
  notification_driver: handedOn('How notifications are sent.'),
  notification_topics: handedOn('The topics that notifications are sent to.'),
  rabbit_heartbeat_timeout_threshold: handedOn('Seconds after which a silent broker counts as down.'),
  rabbit_heartbeat_rate: handedOn('How often within the threshold the broker is asked.'),
  rabbit_heartbeat_in_pthread: handedOn('Asks from a native thread.', 'train'),
  rabbit_use_ssl: handedOn('Whether the broker is spoken to with TLS.'),
  rabbit_ha_queues: handedOn('Queues are mirrored.'),
  amqp_durable_queues: handedOn('Queues outlive a restart of the broker.', 'stein'),
  kombu_ssl_ca_certs: handedOn('Certificates of the authorities that are trusted.'),
  kombu_ssl_certfile: handedOn('Certificate to present.'),
  kombu_ssl_keyfile: handedOn('Key of that certificate.'),
  kombu_ssl_version: handedOn('Version of TLS.'),
  kombu_reconnect_delay: handedOn('Seconds to wait after a connection was cancelled.'),
  kombu_failover_strategy: handedOn('Which broker is next.'),
  kombu_compression: handedOn('`gzip` or `bz2`: messages are compressed.'),
} as const;

/** All parameters of `keystone`. */
export const keystoneParameters = {
  ...keystoneOptions,
  ...keystoneMessaging,
  ...legacyBrokerParameters,
  ...memcacheOptions,
  ...legacyCacheParameters,
  ...legacyDatabaseParameters,
  ...legacyLoggingParameters,
  ...legacyBootstrapParameters,
  ...pkiParameters,
  ...tlsParameters,
  ...removedParameters,
  package_ensure: parameter(anything, "The state of Keystone's package.", { default: 'present' }),
  client_package_ensure: parameter(anything, "The state of the client's package.", { default: 'present' }),
  catalog_driver: parameter(anything, 'Where the service catalog is kept: `sql`, `templated`.', {
    default: false,
  }),
  catalog_type: parameter(anything, '`sql` or `template`: what catalog_driver says now.', {
    deprecated: { since: 'xena', hint: 'catalog_driver says it' },
  }),
  manage_service: parameter(boolean, 'Whether the service is managed.', { default: true }),
  enabled: parameter(boolean, 'Whether the service runs, now and after a start of the host.', {
    default: true,
  }),
  service_name: parameter(
    string,
    "The service, or `httpd` where Keystone runs below Apache. Left out: the platform's.",
  ),
  sync_db: parameter(boolean, "Whether the database's schema is brought up to date.", { default: true }),
  enable_fernet_setup: parameter(boolean, 'Whether the keys of tokens are made.', {
    default: perRelease({ newton: false, ocata: true }),
  }),
  fernet_key_repository: parameter(anything, 'Directory of the keys of tokens.', {
    default: '/etc/keystone/fernet-keys',
  }),
  fernet_keys: parameter(keyFiles, 'The keys of tokens as files, where they are not made here.', {
    default: false,
  }),
  fernet_replace_keys: parameter(boolean, 'Whether keys that are there already are replaced.', {
    default: true,
    since: 'pike',
  }),
  enable_credential_setup: parameter(boolean, 'Whether the keys of credentials are made.', {
    default: perRelease({ newton: false, yoga: true }),
  }),
  credential_keys: parameter(keyFiles, 'The keys of credentials as files, where they are not made here.', {
    default: false,
  }),
  default_domain: parameter(string, 'A domain that is made the default one.'),
  using_domain_config: parameter(boolean, 'Whether domains have configurations of their own.', {
    default: false,
  }),
  domain_config_directory: parameter(absolutePath, 'Directory of those.', {
    default: '/etc/keystone/domains',
  }),
  keystone_user: parameter(string, 'The user that Keystone runs as.', { default: 'keystone' }),
  keystone_group: parameter(string, 'The group that may read its files.', { default: 'keystone' }),
  manage_policyrcd: parameter(boolean, 'Whether packages are kept from starting services (Debian).', {
    default: false,
  }),
  enable_proxy_headers_parsing: handedOn(
    'Believes the headers in which a proxy says where a request came from.',
  ),
  max_request_body_size: handedOn('Largest body of a request, in bytes.', 'train'),
  purge_config: parameter(boolean, 'Whether settings that nobody declares go.', { default: false }),
} as const;
