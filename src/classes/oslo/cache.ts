import { anything, boolean, definedType, parameter } from '../../catalog/index.js';
import { compareReleases } from '../../data/releases.js';
import { Package } from '../../resources/index.js';
import { ensurePackage } from '../ensure-package.js';
import {
  declareOptions,
  derive,
  findConfigType,
  inet6Prefix,
  isServiceDefault,
  joinAny,
  option,
  toText,
} from '../shared/index.js';
import { Params } from './params.js';

const joined = { write: (value: unknown) => joinAny(value) };
const tls = { since: 'wallaby' } as const;
const keepalive = { since: 'xena' } as const;
const retrying = { since: 'yoga' } as const;

const table = {
  config_prefix: option('cache/config_prefix', 'Prefix of the settings of dogpile.cache.'),
  expiration_time: option('cache/expiration_time', 'Seconds for which an entry is cached.'),
  backend: option('cache/backend', 'Name of a backend of dogpile.cache or oslo.cache.'),
  backend_argument: option(
    'cache/backend_argument',
    'Arguments of the backend, each as `name:value`.',
    joined,
  ),
  proxies: option('cache/proxies', 'Classes that modify the behaviour of the backend.', joined),
  enabled: option('cache/enabled', 'Whether anything is cached.'),
  debug_cache_backend: option('cache/debug_cache_backend', 'Whether each call of the backend is logged.'),
  memcache_servers: option('cache/memcache_servers', 'The memcached servers, each as host:port.'),
  memcache_dead_retry: option('cache/memcache_dead_retry', 'Seconds before a dead server is retried.'),
  memcache_socket_timeout: option('cache/memcache_socket_timeout', 'Seconds to wait for a response.'),
  enable_socket_keepalive: option(
    'cache/enable_socket_keepalive',
    'Whether keepalive probes are sent on idle connections.',
    keepalive,
  ),
  socket_keepalive_idle: option(
    'cache/socket_keepalive_idle',
    'Idle seconds before the first probe.',
    keepalive,
  ),
  socket_keepalive_interval: option(
    'cache/socket_keepalive_interval',
    'Seconds between two probes.',
    keepalive,
  ),
  socket_keepalive_count: option(
    'cache/socket_keepalive_count',
    'Number of unanswered probes that end a connection.',
    keepalive,
  ),
  memcache_pool_maxsize: option(
    'cache/memcache_pool_maxsize',
    'Maximum number of connections to all servers.',
  ),
  memcache_pool_unused_timeout: option(
    'cache/memcache_pool_unused_timeout',
    'Seconds before an unused connection is closed.',
  ),
  memcache_pool_connection_get_timeout: option(
    'cache/memcache_pool_connection_get_timeout',
    'Seconds to wait for a free connection.',
  ),
  tls_enabled: option('cache/tls_enabled', 'Whether to connect to servers with TLS.', tls),
  tls_cafile: option('cache/tls_cafile', 'Certificates of the authorities that are trusted.', tls),
  tls_certfile: option('cache/tls_certfile', 'Certificate to present.', tls),
  tls_keyfile: option('cache/tls_keyfile', 'Key of that certificate.', tls),
  tls_allowed_ciphers: option(
    'cache/tls_allowed_ciphers',
    'Ciphers that are allowed, as OpenSSL writes them.',
    tls,
  ),
  enable_retry_client: option(
    'cache/enable_retry_client',
    'Whether a request is repeated if a server does not respond.',
    retrying,
  ),
  retry_attempts: option('cache/retry_attempts', 'Number of retries.', retrying),
  retry_delay: option('cache/retry_delay', 'Seconds between two attempts.', retrying),
  hashclient_retry_attempts: option(
    'cache/hashclient_retry_attempts',
    'Number of attempts before a server is considered dead.',
    retrying,
  ),
  hashclient_retry_delay: option('cache/hashclient_retry_delay', 'Seconds between those attempts.', retrying),
  dead_timeout: option('cache/dead_timeout', 'Seconds before a dead server is used again.', retrying),
  manage_backend_package: parameter(boolean, "Whether the backend's client is installed.", {
    default: true,
    since: 'pike',
  }),
  package_ensure: parameter(anything, "The state of the client's package.", {
    default: 'present',
    since: 'pike',
  }),
};

/** `oslo::cache`: the options of oslo.cache, and the package of the backend's client. */
export class Cache extends definedType('oslo::cache', table, {
  doc: 'The cache of a service (oslo.cache).',
}) {
  override declare(): void {
    this.include(Params);
    const { backend, memcache_servers, manage_backend_package = true } = this.parameters;
    if (manage_backend_package === true) this.#installClient(toText(backend));
    declareOptions(this, findConfigType(this, this.title), table, {
      instead: { memcache_servers: this.#servers(memcache_servers, toText(backend)) },
    });
  }

  #servers(servers: unknown, backend: string): unknown {
    if (isServiceDefault(servers)) return servers;
    if (compareReleases(this.release, 'wallaby') < 0 || !/\.memcache/.test(backend)) return joinAny(servers);
    return joinAny(
      inet6Prefix(derive(servers, (clear) => (typeof clear === 'string' ? clear.split(',') : clear))),
    );
  }

  #installClient(backend: string): void {
    const { packages } = this.include(Params);
    const { package_ensure: ensure } = this.parameters;
    const install = (title: string, name: string, tag: string | readonly string[] = 'openstack') =>
      ensurePackage(this, title, { ensure, name, tag });
    if (/pylibmc/.test(backend)) install('python-pylibmc', packages.pylibmc);
    else if (/\.memcache/.test(backend)) {
      // Newton's module does not set the package's state.
      if (this.release !== 'newton') install('python-memcache', packages.memcache, ['openstack']);
      else this.ensureResource(Package, 'python-memcache', { name: packages.memcache, tag: ['openstack'] });
    } else if (this.release === 'newton') return;
    else if (/\.pymemcache/.test(backend)) install('python-pymemcache', packages.pymemcache, ['openstack']);
    else if (/\.etcd3gw/.test(backend)) install('python-etcd3gw', packages.etcd3gw);
  }
}
