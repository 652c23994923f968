import { parameter } from '../../../catalog/index.js';
import * as oslo from '../../oslo/index.js';
import { adaptParameter, option, optionValue, serviceDefault } from '../../shared/index.js';

const cache = oslo.Cache.definition.attributes;

const toCacheClass = (name: string) =>
  ({ until: 'train', became: { name: `keystone::cache::${name}` } }) as const;

/** Parameters of `keystone` by the parameters of `keystone::cache` that they set. */
export const legacyCacheNames = {
  config_prefix: 'cache_config_prefix',
  expiration_time: 'cache_expiration_time',
  backend: 'cache_backend',
  backend_argument: 'cache_backend_argument',
  proxies: 'cache_proxies',
  enabled: 'cache_enabled',
  debug_cache_backend: 'debug_cache_backend',
  memcache_servers: 'cache_memcache_servers',
  memcache_dead_retry: 'memcache_dead_retry',
  memcache_socket_timeout: 'memcache_socket_timeout',
  memcache_pool_maxsize: 'memcache_pool_maxsize',
  memcache_pool_unused_timeout: 'memcache_pool_unused_timeout',
  memcache_pool_connection_get_timeout: 'memcache_pool_connection_get_timeout',
} as const;

/** Those that also set options of Keystone itself, which could store tokens in memcached. */
export const memcacheOptions = {
  memcache_dead_retry: option('memcache/dead_retry', 'Seconds before a dead server is retried.', {
    ...toCacheClass('memcache_dead_retry'),
  }),
  memcache_socket_timeout: option('memcache/socket_timeout', 'Seconds to wait for a response.', {
    ...toCacheClass('memcache_socket_timeout'),
  }),
  memcache_pool_maxsize: option('memcache/pool_maxsize', 'Maximum number of connections to all servers.', {
    ...toCacheClass('memcache_pool_maxsize'),
  }),
  memcache_pool_unused_timeout: option(
    'memcache/pool_unused_timeout',
    'Seconds before an unused connection is closed.',
    { ...toCacheClass('memcache_pool_unused_timeout') },
  ),
  token_caching: option('token/caching', 'Whether tokens are cached too.', {
    ...toCacheClass('token_caching'),
  }),
} as const;

/** The cache parameters of `keystone`, before the class `keystone::cache`. */
export const legacyCacheParameters = {
  cache_config_prefix: adaptParameter(cache.config_prefix, toCacheClass('config_prefix')),
  cache_expiration_time: adaptParameter(cache.expiration_time, toCacheClass('expiration_time')),
  cache_backend: adaptParameter(cache.backend, toCacheClass('backend')),
  cache_backend_argument: adaptParameter(cache.backend_argument, toCacheClass('backend_argument')),
  cache_proxies: adaptParameter(cache.proxies, toCacheClass('proxies')),
  cache_enabled: adaptParameter(cache.enabled, toCacheClass('enabled')),
  debug_cache_backend: adaptParameter(cache.debug_cache_backend, toCacheClass('debug_cache_backend')),
  cache_memcache_servers: adaptParameter(cache.memcache_servers, toCacheClass('memcache_servers')),
  memcache_pool_connection_get_timeout: adaptParameter(
    cache.memcache_pool_connection_get_timeout,
    toCacheClass('memcache_pool_connection_get_timeout'),
  ),
  memcache_servers: parameter(optionValue, 'Memcached servers for tokens, each as host:port.', {
    default: serviceDefault,
    until: 'rocky',
    became: { name: 'keystone::cache::memcache_servers' },
  }),
} as const;
