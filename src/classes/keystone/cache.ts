import { classType } from '../../catalog/index.js';
import { Anchor, KeystoneConfig, Service } from '../../resources/index.js';
import * as oslo from '../oslo/index.js';
import { isServiceDefault, option, settings } from '../tables/index.js';
import { Deps } from './deps.js';

const { package_ensure: _installed, ...shared } = oslo.Cache.definition.attributes;

/** `keystone::cache`: what Keystone keeps in a cache. */
export class Cache extends classType(
  'keystone::cache',
  { ...shared, token_caching: option('token/caching', 'Whether tokens are kept, too.') },
  { doc: 'What Keystone keeps in a cache.', since: 'wallaby' },
) {
  override declare(): void {
    this.include(Deps);
    const { token_caching, ...cache } = this.parameters;
    if (!isServiceDefault(cache.memcache_servers)) {
      this.chain(this.collect(Service, { title: 'memcached' })).before(
        Anchor.ref('keystone::service::begin'),
      );
    }
    settings(this, KeystoneConfig, { 'token/caching': token_caching });
    new oslo.Cache(this, 'keystone_config', cache);
  }
}
