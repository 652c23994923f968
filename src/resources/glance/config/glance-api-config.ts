import { configType } from '../../config/config-type.js';
import { findGlanceFile } from '../options/glance-options.js';
import { glanceApi } from './glance-files.js';

/**
 * An option in `/etc/glance/glance-api.conf`, the configuration of the image API.
 * @example
 * new GlanceApiConfig(site, 'DEFAULT/workers', { value: 4 });
 * new GlanceApiConfig(site, 'database/connection', {
 *   value: secret.text`mysql+pymysql://glance:${secret.env('DB_PASSWORD')}@db/glance`,
 * });
 */
export class GlanceApiConfig extends configType('glance_api_config', '/etc/glance/glance-api.conf', {
  ...glanceApi,
  options: findGlanceFile('glance-api.conf'),
}) {}
