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
import { type OptionValue, option, optionValue, perRelease, serviceDefault } from '../shared/index.js';
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
  parameter(optionValue, doc, { default: serviceDefault, since });
const secretHandedOn = (doc: string, since?: Release) =>
  parameter({ ...optionValue, secret: true }, doc, { default: serviceDefault, since });

/** Files with keys, or `false` if keystone-manage creates them. */
const keyFiles: ValueType<false | Readonly<Record<string, unknown>>> = {
  schema: { anyOf: [{ const: false }, hashOf(anything).schema] },
  expected: 'false, or a hash of files with their attributes',
  secret: true,
};

/** Parameters of `keystone` that set an option directly. */
export const keystoneOptions = {
  ...eventletOptions,
  ...removedTokenOptions,
  public_endpoint: option('DEFAULT/public_endpoint', "Keystone's own URL, for links in its responses."),
  token_expiration: option('token/expiration', 'Seconds for which a token is valid.', {
    default: 3600,
  }),
  password_hash_algorithm: option('identity/password_hash_algorithm', 'Algorithm of password hashes.', {
    since: 'stein',
  }),
  password_hash_rounds: option('identity/password_hash_rounds', 'Cost of a password hash.', {
    since: 'stein',
  }),
  revoke_driver: option('revoke/driver', 'Storage driver for revoked tokens.'),
  policy_driver: option('policy/driver', 'Storage driver for policies of the API.'),
  catalog_template_file: option('catalog/template_file', 'The catalog of the driver `templated`.', {
    default: '/etc/keystone/default_catalog.templates',
  }),
  token_provider: option('token/provider', 'Format of tokens: `fernet`, `jws`.', {
    default: perRelease<OptionValue>({ newton: 'uuid', ocata: 'fernet' }),
  }),
  max_token_size: option('DEFAULT/max_token_size', 'Maximum length of a token, in bytes.'),
  notification_format: option('DEFAULT/notification_format', 'Format of notifications: `basic` or `cadf`.'),
  notification_opt_out: option('DEFAULT/notification_opt_out', 'Kinds of notifications that are not sent.', {
    since: 'yoga',
  }),
  revoke_by_id: option('token/revoke_by_id', 'Whether single tokens can be revoked.', {
    default: true,
  }),
  fernet_max_active_keys: option('fernet_tokens/max_active_keys', 'Maximum number of keys for tokens.'),
  credential_key_repository: option('credential/key_repository', 'Directory of the keys of credentials.', {
    default: '/etc/keystone/credential-keys',
  }),
} as const;

/** Parameters of `keystone`: oslo.messaging. */
const keystoneMessaging = {
  default_transport_url: secretHandedOn('URL of the message broker.'),
  rpc_response_timeout: handedOn('Seconds to wait for a response.', 'pike'),
  control_exchange: handedOn('The exchange of topics.'),
  notification_transport_url: secretHandedOn(
    'URL of the broker for notifications, if it is a different one.',
    'ocata',
  ),
  notification_driver: handedOn('How notifications are sent.'),
  notification_topics: handedOn('The topics that notifications are sent to.'),
  rabbit_heartbeat_timeout_threshold: handedOn(
    'Seconds after which an unresponsive broker is considered down.',
  ),
  rabbit_heartbeat_rate: handedOn('Number of heartbeats within the threshold.'),
  rabbit_heartbeat_in_pthread: handedOn('Whether heartbeats are sent from a native thread.', 'train'),
  rabbit_use_ssl: handedOn('Whether to connect to the broker with TLS.'),
  rabbit_ha_queues: handedOn('Whether queues are mirrored.'),
  amqp_durable_queues: handedOn('Whether queues survive a restart of the broker.', 'stein'),
  kombu_ssl_ca_certs: handedOn('Certificates of the authorities that are trusted.'),
  kombu_ssl_certfile: handedOn('Certificate to present.'),
  kombu_ssl_keyfile: handedOn('Key of that certificate.'),
  kombu_ssl_version: handedOn('Version of TLS.'),
  kombu_reconnect_delay: handedOn('Seconds to wait before reconnecting.'),
  kombu_failover_strategy: handedOn('How the next broker is selected.'),
  kombu_compression: handedOn('Compression of messages: `gzip` or `bz2`.'),
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
  catalog_driver: parameter(anything, 'Storage driver for the service catalog: `sql`, `templated`.', {
    default: false,
  }),
  catalog_type: parameter(anything, '`sql` or `template`: the old name of catalog_driver.', {
    deprecated: { since: 'xena', hint: 'use catalog_driver' },
  }),
  manage_service: parameter(boolean, 'Whether the service is managed.', { default: true }),
  enabled: parameter(boolean, 'Whether the service runs, now and after a reboot.', {
    default: true,
  }),
  service_name: parameter(
    string,
    'The service, or `httpd` if Keystone runs in Apache. Defaults to the service of the platform.',
  ),
  sync_db: parameter(boolean, 'Whether the database schema is migrated.', { default: true }),
  enable_fernet_setup: parameter(boolean, 'Whether the keys of tokens are created.', {
    default: perRelease({ newton: false, ocata: true }),
  }),
  fernet_key_repository: parameter(anything, 'Directory of the keys of tokens.', {
    default: '/etc/keystone/fernet-keys',
  }),
  fernet_keys: parameter(keyFiles, 'The keys of tokens as files, instead of creating them.', {
    default: false,
  }),
  fernet_replace_keys: parameter(boolean, 'Whether existing keys are replaced.', {
    default: true,
    since: 'pike',
  }),
  enable_credential_setup: parameter(boolean, 'Whether the keys of credentials are created.', {
    default: perRelease({ newton: false, yoga: true }),
  }),
  credential_keys: parameter(keyFiles, 'The keys of credentials as files, instead of creating them.', {
    default: false,
  }),
  default_domain: parameter(string, 'The default domain, which is created.'),
  using_domain_config: parameter(boolean, 'Whether domains have their own configuration files.', {
    default: false,
  }),
  domain_config_directory: parameter(absolutePath, 'Directory of those files.', {
    default: '/etc/keystone/domains',
  }),
  keystone_user: parameter(string, 'The user that Keystone runs as.', { default: 'keystone' }),
  keystone_group: parameter(string, 'The group that can read its files.', { default: 'keystone' }),
  manage_policyrcd: parameter(boolean, 'Whether packages are prevented from starting services (Debian).', {
    default: false,
  }),
  enable_proxy_headers_parsing: handedOn('Whether the headers of a proxy determine the origin of a request.'),
  max_request_body_size: handedOn('Maximum size of a request body, in bytes.', 'train'),
  purge_config: parameter(boolean, 'Whether settings that are not declared are removed.', { default: false }),
} as const;
