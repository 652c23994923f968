import { configType } from '../../config/config-type.js';
import { glanceApi } from './glance-files.js';

/**
 * An option in `/etc/glance/glance-api-paste.ini`: the pipelines and filters of the image API.
 * @example
 * new GlanceApiPasteIni(site, 'pipeline:glance-api/pipeline', {
 *   value: 'healthcheck versionnegotiation unauthenticated-context rootapp',
 * });
 */
export class GlanceApiPasteIni extends configType(
  'glance_api_paste_ini',
  '/etc/glance/glance-api-paste.ini',
  glanceApi,
) {}
