import type { Scope } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import { Anchor, KeystoneConfig, Service } from '../../resources/index.js';
import * as oslo from '../oslo/index.js';
import { declareOptions, declareSettings, isServiceDefault, isSet, joinAny } from '../shared/index.js';
import { Cache } from './cache.js';
import { legacyCacheNames, legacyCacheParameters, memcacheOptions } from './options/cache.js';

type ClassScope = Scope & { readonly parameters: Readonly<Record<string, unknown>> };

/**
 * Declares the cache as Keystone's own class did up to Train. Later `keystone::cache` does, with the old parameters: it
 * is included if any of them is given, and always in Ussuri, as in Puppet.
 */
export function declareLegacyCache(scope: ClassScope): void {
  if (isReleaseBetween(scope.release, undefined, 'train')) {
    declareOptions(scope, KeystoneConfig, memcacheOptions);
    new oslo.Cache(scope, 'keystone_config', cacheOf(scope));
    return;
  }
  const names = [...Object.keys(legacyCacheParameters), ...Object.keys(memcacheOptions)];
  const given = names.some((name) => scope.parameters[name] !== undefined);
  if (given || scope.release === 'ussuri') scope.include(Cache);
}

function cacheOf(scope: ClassScope): Readonly<Record<string, string>> {
  const { memcache_servers: tokens } = scope.parameters;
  const cache: Record<string, unknown> = Object.fromEntries(
    Object.entries(legacyCacheNames).map(([name, own]) => [name, scope.parameters[own]]),
  );
  const inMemcached = isReleaseBetween(scope.release, undefined, 'rocky');
  if (inMemcached) declareSettings(scope, KeystoneConfig, { 'memcache/servers': joinAny(tokens) });
  if (inMemcached && isServiceDefault(cache.memcache_servers) && !isServiceDefault(tokens)) {
    scope.warn('memcache_servers also sets the servers of the cache', 'use cache_memcache_servers');
    cache.memcache_servers = tokens;
  }
  if (isServiceDefault(cache.memcache_servers)) return cache as Record<string, string>;
  scope.chain(scope.collect(Service, { title: 'memcached' })).before(Anchor.ref('keystone::service::begin'));
  if (inMemcached && isServiceDefault(cache.enabled) && isSet(cache.backend)) {
    scope.warn('the cache is enabled because servers and a backend are given', 'set cache_enabled');
    cache.enabled = true;
  }
  return cache as Record<string, string>;
}
