import { configType } from '../../config/config-type.js';
import { findGlanceFile } from '../options/glance-options.js';
import { glanceApi } from './glance-files.js';

/**
 * An option in `/etc/glance/glance-cache.conf`, which the cleaner, pruner and prefetcher of the image cache read.
 * @example
 * new GlanceCacheConfig(site, 'DEFAULT/image_cache_max_size', { value: 10737418240 });
 */
export class GlanceCacheConfig extends configType('glance_cache_config', '/etc/glance/glance-cache.conf', {
  ...glanceApi,
  options: findGlanceFile('glance-cache.conf'),
}) {}
