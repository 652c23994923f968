import { configType } from '../../config/config-type.js';
import { findGlanceFile } from '../options/glance-options.js';
import { glanceRegistry } from './glance-files.js';

/**
 * An option in `/etc/glance/glance-registry.conf`, of releases up to Ussuri.
 * @example
 * new GlanceRegistryConfig(site, 'DEFAULT/bind_host', { value: '127.0.0.1' });
 */
export class GlanceRegistryConfig extends configType(
  'glance_registry_config',
  '/etc/glance/glance-registry.conf',
  { ...glanceRegistry, options: findGlanceFile('glance-registry.conf') },
) {}
