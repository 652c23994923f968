import { configType } from '../config-type.js';
import { glanceApi } from './services.js';

/** A setting of `/etc/glance/glance-cache.conf`, which the image cache's cleaner, pruner and prefetcher read. */
export class GlanceCacheConfig extends configType('glance_cache_config', '/etc/glance/glance-cache.conf', {
  ...glanceApi,
  options: 'glance-cache.conf',
}) {}
