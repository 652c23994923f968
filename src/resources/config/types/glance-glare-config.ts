import { configType } from '../config-type.js';
import { glanceGlare } from './services.js';

/**
 * An option in `/etc/glance/glance-glare.conf`, of releases up to Pike.
 * @example
 * new GlanceGlareConfig(site, 'DEFAULT/bind_port', { value: 9494 });
 */
export class GlanceGlareConfig extends configType('glance_glare_config', '/etc/glance/glance-glare.conf', {
  ...glanceGlare,
  options: 'glance-glare.conf',
}) {}
