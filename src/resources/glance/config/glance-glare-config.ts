import { configType } from '../../config/config-type.js';
import { findGlanceFile } from '../options/glance-options.js';
import { glanceGlare } from './glance-files.js';

/**
 * An option in `/etc/glance/glance-glare.conf`, of releases up to Pike.
 * @example
 * new GlanceGlareConfig(site, 'DEFAULT/bind_port', { value: 9494 });
 */
export class GlanceGlareConfig extends configType('glance_glare_config', '/etc/glance/glance-glare.conf', {
  ...glanceGlare,
  options: findGlanceFile('glance-glare.conf'),
}) {}
