import { parameter } from '../../../catalog/index.js';
import * as oslo from '../../oslo/index.js';
import { type OptionValue, option, optionValue, serviceDefault } from '../../tables/index.js';

const cache = oslo.Cache.definition.attributes;

const toCacheClass = (name: string) =>
  ({ until: 'train', became: { name: `keystone::cache::${name}` } }) as const;

/** Which parameter of `keystone` stands for which of `keystone::cache`. */
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

/** Those of them that are options of Keystone's own, too: its tokens could live in memcached. */
export const memcacheOptions = {
  memcache_dead_retry: option('memcache/dead_retry', 'Seconds until a dead server is tried again.', {
    ...toCacheClass('memcache_dead_retry'),
  }),
  memcache_socket_timeout: option('memcache/socket_timeout', 'Seconds to wait for an answer.', {
    ...toCacheClass('memcache_socket_timeout'),
  }),
  memcache_pool_maxsize: option('memcache/pool_maxsize', 'Connections to all servers at most.', {
    ...toCacheClass('memcache_pool_maxsize'),
  }),
  memcache_pool_unused_timeout: option(
    'memcache/pool_unused_timeout',
    'Seconds that an unused connection is kept.',
    { ...toCacheClass('memcache_pool_unused_timeout') },
  ),
  token_caching: option('token/caching', 'Whether tokens are kept in the cache, too.', {
    ...toCacheClass('token_caching'),
  }),
} as const;

/** The cache as `keystone` itself took it, until it got a class of its own. */
export const legacyCacheParameters = {
  cache_config_prefix: { ...cache.config_prefix, ...toCacheClass('config_prefix') },
  cache_expiration_time: { ...cache.expiration_time, ...toCacheClass('expiration_time') },
  cache_backend: { ...cache.backend, ...toCacheClass('backend') },
  cache_backend_argument: { ...cache.backend_argument, ...toCacheClass('backend_argument') },
  cache_proxies: { ...cache.proxies, ...toCacheClass('proxies') },
  cache_enabled: { ...cache.enabled, ...toCacheClass('enabled') },
  debug_cache_backend: { ...cache.debug_cache_backend, ...toCacheClass('debug_cache_backend') },
  cache_memcache_servers: { ...cache.memcache_servers, ...toCacheClass('memcache_servers') },
  memcache_pool_connection_get_timeout: {
    ...cache.memcache_pool_connection_get_timeout,
    ...toCacheClass('memcache_pool_connection_get_timeout'),
  },
  memcache_servers: parameter(optionValue, 'The memcached servers that tokens are kept in, host:port each.', {
    default: serviceDefault as OptionValue,
    until: 'rocky',
    became: { name: 'keystone::cache::memcache_servers' },
  }),
} as const;
