import { configType } from '../config-type.js';
import { glanceGlare } from './services.js';

/** A setting of `/etc/glance/glance-glare.conf`, of releases up to Pike. */
export class GlanceGlareConfig extends configType('glance_glare_config', '/etc/glance/glance-glare.conf', {
  ...glanceGlare,
  options: 'glance-glare.conf',
}) {}
