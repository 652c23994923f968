import type { Release } from '../../../data/releases.js';
import type { OptionTable, SectionTable } from '../../config/options/option.js';
import type { GlanceFile } from './glance-options.js';

/**
 * What services read although their samples do not list it: libraries register it when they are first used.
 * Facts of oslo.middleware and keystoneauth1.
 */
export const unlistedOptions: SectionTable = {
  oslo_middleware: {
    max_request_body_size: { type: 'integer' },
    http_basic_auth_user_file: { since: 'victoria' },
  },
  // Brought to releases before 2023.1 by their later versions, against CVE-2022-47951.
  image_format: { vmdk_allowed_types: { type: 'list', since: 'xena' } },
  oslo_limit: { auth_type: {}, auth_section: {} },
};

/** The same of single files: the tools of the cache read these with the code that they share with the API. */
export const unlistedInFile: Readonly<Partial<Record<GlanceFile, SectionTable>>> = {
  'glance-cache.conf': {
    DEFAULT: { enabled_backends: { type: 'dict', since: 'stein' } },
    glance_store: { default_backend: { since: 'stein' } },
    oslo_concurrency: { lock_path: {}, disable_process_locking: { type: 'boolean' } },
  },
};

/** Since when libraries have read sections that the samples began to list later. */
export const readSince: Readonly<Record<string, Release>> = {
  healthcheck: 'newton',
  key_manager: 'queens',
  barbican: 'queens',
  oslo_limit: 'xena',
};

/** What every store of a host with several may say of itself, beside what its driver reads. */
export const storeOptions: OptionTable = {
  store_description: { since: 'stein' },
  weight: { type: 'integer', since: '2023.2' },
};

/** What turns the loading of a plugin of keystoneauth1 on; the first is the older name. */
export const pluginSwitches: ReadonlySet<string> = new Set(['auth_plugin', 'auth_type', 'auth_section']);

/** What plugins of keystoneauth1 read in the section that loads one. Which of it depends on the plugin. */
export const pluginOptions: ReadonlySet<string> = new Set([
  ...['auth_url', 'username', 'user_name', 'user_id', 'password', 'passcode', 'token', 'endpoint'],
  ...['user_domain_id', 'user_domain_name', 'project_id', 'project_name', 'tenant_id', 'tenant_name'],
  ...['project_domain_id', 'project_domain_name', 'domain_id', 'domain_name', 'system_scope', 'trust_id'],
  ...['default_domain_id', 'default_domain_name', 'region_name', 'auth_version', 'include_catalog'],
  ...['access_token', 'access_token_endpoint', 'access_token_type', 'client_id', 'client_secret'],
  ...['application_credential_id', 'application_credential_name', 'application_credential_secret'],
  ...['discovery_endpoint', 'identity_provider', 'identity_provider_url', 'openid_scope', 'protocol'],
  ...['service_provider_endpoint', 'service_provider_entity_id', 'mutual_auth', 'oauth2_endpoint'],
  ...['oauth2_client_id', 'oauth2_client_secret', 'consumer_key', 'consumer_secret', 'access_key'],
  ...['access_secret', 'auth_methods'],
]);

/** The few values of options whose samples name them in prose. Facts of the libraries' own definitions. */
export const allChoices: Readonly<Record<string, readonly string[]>> = {
  'DEFAULT/property_protection_rule_format': ['roles', 'policies'],
  'DEFAULT/log_rotation_type': ['interval', 'size', 'none'],
  'taskflow_executor/engine_mode': ['serial', 'parallel'],
  'keystone_authtoken/memcache_security_strategy': ['None', 'MAC', 'ENCRYPT'],
  'oslo_messaging_rabbit/kombu_failover_strategy': ['round-robin', 'shuffle'],
};

const transport: Readonly<Record<string, string>> = Object.fromEntries(
  ['host', 'port', 'hosts', 'userid', 'password', 'virtual_host'].map((name) => [
    `oslo_messaging_rabbit/rabbit_${name}`,
    'DEFAULT/transport_url',
  ]),
);

/** What took the place of options whose new names no sample tells; it counts in releases that have it. */
export const replacements: Readonly<Record<string, string>> = {
  ...transport,
  'DEFAULT/rpc_backend': 'DEFAULT/transport_url',
  'database/idle_timeout': 'database/connection_recycle_time',
  'glance_store/stores': 'DEFAULT/enabled_backends',
  'glance_store/default_store': 'glance_store/default_backend',
  'oslo_messaging_rabbit/rabbit_use_ssl': 'oslo_messaging_rabbit/ssl',
  'oslo_messaging_rabbit/kombu_ssl_version': 'oslo_messaging_rabbit/ssl_version',
  'oslo_messaging_rabbit/kombu_ssl_keyfile': 'oslo_messaging_rabbit/ssl_key_file',
  'oslo_messaging_rabbit/kombu_ssl_certfile': 'oslo_messaging_rabbit/ssl_cert_file',
  'oslo_messaging_rabbit/kombu_ssl_ca_certs': 'oslo_messaging_rabbit/ssl_ca_file',
};
