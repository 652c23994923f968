import { classType } from '../../catalog/index.js';
import { Anchor, KeystoneConfig, Service } from '../../resources/index.js';
import { resolveLegacyValue } from '../legacy-value.js';
import * as oslo from '../oslo/index.js';
import { isServiceDefault, option, settings } from '../tables/index.js';
import { Deps } from './deps.js';
import { legacyCacheNames } from './options/cache.js';

const { package_ensure: _installed, ...shared } = oslo.Cache.definition.attributes;

/** `keystone::cache`: what Keystone keeps in a cache. */
export class Cache extends classType(
  'keystone::cache',
  { ...shared, token_caching: option('token/caching', 'Whether tokens are kept, too.') },
  { doc: 'What Keystone keeps in a cache.', since: 'ussuri' },
) {
  override declare(): void {
    this.include(Deps);
    const { token_caching, ...cache } = { ...this.parameters, ...this.#legacy() };
    if (!isServiceDefault(cache.memcache_servers)) {
      this.chain(this.collect(Service, { title: 'memcached' })).before(
        Anchor.ref('keystone::service::begin'),
      );
    }
    settings(this, KeystoneConfig, { 'token/caching': token_caching });
    new oslo.Cache(this, 'keystone_config', cache);
  }

  /** What `keystone` itself says of the cache; servers for tokens are servers of the cache where there are no others. */
  #legacy(): Readonly<Record<string, string>> {
    const value = (older: string, name: string) =>
      resolveLegacyValue(this, { service: 'keystone', until: 'train' }, older, name);
    const names = { ...legacyCacheNames, token_caching: 'token_caching' };
    const values = Object.fromEntries(
      Object.entries(names).map(([name, older]) => [name, value(older, name)]),
    );
    if (isServiceDefault(values.memcache_servers))
      values.memcache_servers = value('memcache_servers', 'memcache_servers');
    return values as Readonly<Record<string, string>>;
  }
}
