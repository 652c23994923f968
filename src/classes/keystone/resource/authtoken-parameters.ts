import { boolean, parameter } from '../../../catalog/index.js';
import { joinAny, literalSecret, type OptionOptions, type OptionValue, option } from '../../shared/index.js';

const key = (name: string, doc: string, options: OptionOptions<OptionValue> = {}) =>
  option(`keystone_authtoken/${name}`, doc, options);

/** Parameters and options of keystonemiddleware, in `[keystone_authtoken]`. */
export const authtokenParameters = {
  auth_section: key('auth_section', 'Another section that contains the credentials.'),
  auth_uri: key('auth_uri', 'URL to which clients are redirected for a token.', {
    until: 'stein',
    became: 'www_authenticate_uri',
  }),
  www_authenticate_uri: key('www_authenticate_uri', 'URL to which clients are redirected for a token.', {
    since: 'rocky',
  }),
  auth_type: key('auth_type', 'Authentication type: `password`.'),
  auth_version: key('auth_version', "The version of Keystone's API."),
  cache: key('cache', 'The WSGI environment key of an existing cache.'),
  cafile: key('cafile', 'Certificates of the authorities that are trusted.'),
  certfile: key('certfile', 'Certificate to present.'),
  check_revocations_for_cached: key(
    'check_revocations_for_cached',
    'Whether the revocation of cached tokens is checked too.',
    {
      until: 'rocky',
      obsolete: 'PKI tokens have been removed',
    },
  ),
  collect_timing: key('collect_timing', 'Whether the duration of calls is measured.', { since: 'rocky' }),
  delay_auth_decision: key(
    'delay_auth_decision',
    'Whether the service itself rejects requests without a token.',
  ),
  enforce_token_bind: key(
    'enforce_token_bind',
    'How bound tokens are checked: `disabled`, `permissive`, `strict`, `required`.',
  ),
  hash_algorithms: key('hash_algorithms', 'How PKI tokens are hashed.', {
    until: 'rocky',
    obsolete: 'PKI tokens have been removed',
  }),
  http_connect_timeout: key('http_connect_timeout', 'Seconds to wait for Keystone.'),
  http_request_max_retries: key('http_request_max_retries', 'Maximum number of requests to Keystone.'),
  include_service_catalog: key(
    'include_service_catalog',
    'Whether the service catalog is requested with the data of each token.',
  ),
  keyfile: key('keyfile', 'Key of that certificate.'),
  memcache_pool_conn_get_timeout: key(
    'memcache_pool_conn_get_timeout',
    'Seconds to wait for a free connection.',
  ),
  memcache_pool_dead_retry: key('memcache_pool_dead_retry', 'Seconds before a dead server is retried.'),
  memcache_pool_maxsize: key('memcache_pool_maxsize', 'Maximum number of connections to all servers.'),
  memcache_pool_socket_timeout: key('memcache_pool_socket_timeout', 'Seconds to wait for a response.'),
  memcache_pool_unused_timeout: key(
    'memcache_pool_unused_timeout',
    'Seconds before an unused connection is closed.',
  ),
  memcache_secret_key: key('memcache_secret_key', 'The encryption key for data in memcached.', {
    ...literalSecret,
    secret: 'queens',
  }),
  memcache_security_strategy: key(
    'memcache_security_strategy',
    'Protection of cached data: `MAC` (signed) or `ENCRYPT` (encrypted).',
  ),
  memcache_use_advanced_pool: key('memcache_use_advanced_pool', 'Whether a pool of connections is used.'),
  memcached_servers: key('memcached_servers', 'The memcached servers, each as host:port.'),
  region_name: key('region_name', "The region of Keystone's endpoint."),
  revocation_cache_time: key('revocation_cache_time', 'Seconds for which the revocation list is cached.', {
    until: 'pike',
    obsolete: 'PKI tokens have been removed',
  }),
  signing_dir: key('signing_dir', 'Directory of the certificates of PKI tokens.', {
    until: 'newton',
    obsolete: 'PKI tokens have been removed',
  }),
  token_cache_time: key(
    'token_cache_time',
    'Seconds for which a validated token is cached; -1 to disable the cache.',
  ),
  auth_url: key('auth_url', "Keystone's URL for the service.", { required: true }),
  username: key('username', "The service's user in Keystone.", { required: true }),
  password: key('password', 'Its password.', { required: true, ...literalSecret }),
  user_domain_name: key('user_domain_name', 'The domain of the user.'),
  project_name: key('project_name', 'The project of the user; has no effect with a system scope.'),
  project_domain_name: key(
    'project_domain_name',
    'The domain of the project; has no effect with a system scope.',
  ),
  system_scope: key('system_scope', 'The system scope of the token, instead of a project: `all`.', {
    since: 'yoga',
  }),
  insecure: key('insecure', 'Whether the certificates of other servers are not verified.'),
  service_token_roles: key('service_token_roles', 'Roles that are required for service tokens.', {
    since: 'train',
    write: (value) => joinAny(value),
  }),
  service_token_roles_required: key(
    'service_token_roles_required',
    'Whether service tokens without those roles are rejected.',
    {
      since: 'rocky',
    },
  ),
  service_type: key('service_type', 'The type of this service, for access rules.', { since: 'victoria' }),
  interface: key('interface', "Interface of Keystone's endpoint: `public`, `internal`, `admin`.", {
    since: 'train',
  }),
  manage_memcache_package: parameter(boolean, "Whether memcached's client is installed.", { default: false }),
} as const;
