import { boolean, parameter } from '../../../catalog/index.js';
import { joinAny, type OptionOptions, type OptionValue, option, password } from '../../tables/index.js';

const key = (name: string, doc: string, options: OptionOptions<OptionValue> = {}) =>
  option(`keystone_authtoken/${name}`, doc, options);

/** Parameters and options of keystonemiddleware, in `[keystone_authtoken]`. */
export const authtokenParameters = {
  auth_section: key('auth_section', 'Another section that has the credentials.'),
  auth_uri: key('auth_uri', 'Where clients are sent to for a token.', {
    until: 'stein',
    became: 'www_authenticate_uri',
  }),
  www_authenticate_uri: key('www_authenticate_uri', 'Where clients are sent to for a token.', {
    since: 'rocky',
  }),
  auth_type: key('auth_type', 'How the service proves who it is: `password`.'),
  auth_version: key('auth_version', "The version of Keystone's API."),
  cache: key('cache', 'The WSGI environment key of a cache that others set up.'),
  cafile: key('cafile', 'Certificates of the authorities that are trusted.'),
  certfile: key('certfile', 'Certificate to present.'),
  check_revocations_for_cached: key(
    'check_revocations_for_cached',
    'Asks for cached tokens, too, whether they were revoked.',
    {
      until: 'rocky',
      obsolete: 'PKI tokens are no more',
    },
  ),
  collect_timing: key('collect_timing', 'Measures how long calls take.', { since: 'rocky' }),
  delay_auth_decision: key(
    'delay_auth_decision',
    'Leaves it to the service to refuse requests without a token.',
  ),
  enforce_token_bind: key(
    'enforce_token_bind',
    'How bound tokens are checked: `disabled`, `permissive`, `strict`, `required`.',
  ),
  hash_algorithms: key('hash_algorithms', 'How PKI tokens are hashed.', {
    until: 'rocky',
    obsolete: 'PKI tokens are no more',
  }),
  http_connect_timeout: key('http_connect_timeout', 'Seconds to wait for Keystone.'),
  http_request_max_retries: key('http_request_max_retries', 'How often Keystone is asked.'),
  include_service_catalog: key(
    'include_service_catalog',
    "Asks for the service catalog with each token's data.",
  ),
  keyfile: key('keyfile', 'Key of that certificate.'),
  memcache_pool_conn_get_timeout: key(
    'memcache_pool_conn_get_timeout',
    'Seconds to wait for a free connection.',
  ),
  memcache_pool_dead_retry: key('memcache_pool_dead_retry', 'Seconds until a dead server is tried again.'),
  memcache_pool_maxsize: key('memcache_pool_maxsize', 'Connections to all servers at most.'),
  memcache_pool_socket_timeout: key('memcache_pool_socket_timeout', 'Seconds to wait for an answer.'),
  memcache_pool_unused_timeout: key(
    'memcache_pool_unused_timeout',
    'Seconds that an unused connection is kept.',
  ),
  memcache_secret_key: key('memcache_secret_key', 'The key for what is kept in memcached.', {
    ...password,
    secret: 'queens',
  }),
  memcache_security_strategy: key(
    'memcache_security_strategy',
    '`MAC` or `ENCRYPT`: what is kept is signed, or encrypted.',
  ),
  memcache_use_advanced_pool: key('memcache_use_advanced_pool', 'Uses a pool of connections.'),
  memcached_servers: key('memcached_servers', 'The memcached servers, host:port each.'),
  region_name: key('region_name', "The region of Keystone's endpoint."),
  revocation_cache_time: key(
    'revocation_cache_time',
    'Seconds for which the list of revoked tokens is kept.',
    { until: 'pike', obsolete: 'PKI tokens are no more' },
  ),
  signing_dir: key('signing_dir', 'Directory of the certificates of PKI tokens.', {
    until: 'newton',
    obsolete: 'PKI tokens are no more',
  }),
  token_cache_time: key('token_cache_time', 'Seconds for which a checked token is kept; -1 for not at all.'),
  auth_url: key('auth_url', 'Where the service finds Keystone.', { required: true }),
  username: key('username', 'The user that the service is in Keystone.', { required: true }),
  password: key('password', 'Its password.', { required: true, ...password }),
  user_domain_name: key('user_domain_name', 'The domain of the user.'),
  project_name: key('project_name', 'The project of the user; means nothing with a system scope.'),
  project_domain_name: key(
    'project_domain_name',
    'The domain of the project; means nothing with a system scope.',
  ),
  system_scope: key('system_scope', 'The scope of the token where it is no project: `all`.', {
    since: 'yoga',
  }),
  insecure: key('insecure', 'Does not check the certificates of other servers.'),
  service_token_roles: key('service_token_roles', 'Roles that make the token of a service believable.', {
    since: 'train',
    write: (value) => joinAny(value),
  }),
  service_token_roles_required: key(
    'service_token_roles_required',
    'Refuses tokens of services without those roles.',
    {
      since: 'rocky',
    },
  ),
  service_type: key('service_type', 'The type of this service, for access rules.', { since: 'victoria' }),
  interface: key('interface', "Which of Keystone's endpoints: `public`, `internal`, `admin`.", {
    since: 'train',
  }),
  manage_memcache_package: parameter(boolean, "Whether memcached's client is installed.", { default: false }),
} as const;
