import { configType } from '../config-type.js';
import { glanceRegistry } from './services.js';

/** A setting of `/etc/glance/glance-registry.conf`, of releases up to Ussuri. */
export class GlanceRegistryConfig extends configType(
  'glance_registry_config',
  '/etc/glance/glance-registry.conf',
  { ...glanceRegistry, options: 'glance-registry.conf' },
) {}
