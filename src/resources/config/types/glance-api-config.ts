import { configType } from '../config-type.js';
import { glanceApi } from './services.js';

/** A setting of `/etc/glance/glance-api.conf`, the Image service's own configuration. */
export class GlanceApiConfig extends configType('glance_api_config', '/etc/glance/glance-api.conf', {
  ...glanceApi,
  options: 'glance-api.conf',
}) {}
