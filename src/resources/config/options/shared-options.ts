import type { SectionTable } from './option.js';

/**
 * Options of oslo's libraries that no sample lists, because the libraries register them when they are first used. Facts
 * of oslo.middleware and keystoneauth1.
 */
export const sharedUnlistedOptions: SectionTable = {
  oslo_middleware: {
    max_request_body_size: { type: 'integer' },
    http_basic_auth_user_file: { since: 'victoria' },
  },
  oslo_limit: { auth_type: {}, auth_section: {} },
};

/** The options that load a plugin of keystoneauth1; the first is the older name. */
export const pluginSwitches: ReadonlySet<string> = new Set(['auth_plugin', 'auth_type', 'auth_section']);

/** The options of keystoneauth1's plugins, in the section that loads one. Which of them are read depends on the plugin. */
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

/** Values of the libraries' options that the samples enumerate in prose. Facts of the libraries' own definitions. */
export const sharedChoices: Readonly<Record<string, readonly string[]>> = {
  'DEFAULT/log_rotation_type': ['interval', 'size', 'none'],
  'keystone_authtoken/memcache_security_strategy': ['None', 'MAC', 'ENCRYPT'],
  'oslo_messaging_rabbit/kombu_failover_strategy': ['round-robin', 'shuffle'],
};

const transport: Readonly<Record<string, string>> = Object.fromEntries(
  ['host', 'port', 'hosts', 'userid', 'password', 'virtual_host'].map((name) => [
    `oslo_messaging_rabbit/rabbit_${name}`,
    'DEFAULT/transport_url',
  ]),
);

/** New names of the libraries' options that the samples do not connect with the old ones. */
export const sharedReplacements: Readonly<Record<string, string>> = {
  ...transport,
  'DEFAULT/rpc_backend': 'DEFAULT/transport_url',
  'database/idle_timeout': 'database/connection_recycle_time',
  'oslo_messaging_rabbit/rabbit_use_ssl': 'oslo_messaging_rabbit/ssl',
  'oslo_messaging_rabbit/kombu_ssl_version': 'oslo_messaging_rabbit/ssl_version',
  'oslo_messaging_rabbit/kombu_ssl_keyfile': 'oslo_messaging_rabbit/ssl_key_file',
  'oslo_messaging_rabbit/kombu_ssl_certfile': 'oslo_messaging_rabbit/ssl_cert_file',
  'oslo_messaging_rabbit/kombu_ssl_ca_certs': 'oslo_messaging_rabbit/ssl_ca_file',
};
