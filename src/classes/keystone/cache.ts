import { classType } from '../../catalog/index.js';
import { Anchor, KeystoneConfig, Service } from '../../resources/index.js';
import { resolveLegacyValue } from '../legacy-value.js';
import * as oslo from '../oslo/index.js';
import { declareSettings, isServiceDefault, option } from '../shared/index.js';
import { Deps } from './deps.js';
import { legacyCacheNames } from './options/cache.js';

const { package_ensure: _installed, ...shared } = oslo.Cache.definition.attributes;

/** `keystone::cache`: Keystone's cache. */
export class Cache extends classType(
  'keystone::cache',
  { ...shared, token_caching: option('token/caching', 'Whether tokens are cached too.') },
  { doc: "Keystone's cache.", since: 'ussuri' },
) {
  override declare(): void {
    this.include(Deps);
    const { token_caching, ...cache } = { ...this.parameters, ...this.#legacy() };
    if (!isServiceDefault(cache.memcache_servers)) {
      this.chain(this.collect(Service, { title: 'memcached' })).before(
        Anchor.ref('keystone::service::begin'),
      );
    }
    declareSettings(this, KeystoneConfig, { 'token/caching': token_caching });
    new oslo.Cache(this, 'keystone_config', cache);
  }

  /** Returns the cache parameters of `keystone`; servers for tokens are used for the cache if it has none. */
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
