import { configType } from '../../config/config-type.js';
import { glanceApi } from './glance-files.js';

/**
 * An option in `/etc/glance/glance-api-uwsgi.ini`: the image API in uWSGI.
 * @example
 * new GlanceApiUwsgiConfig(site, 'uwsgi/processes', { value: 4 });
 */
export class GlanceApiUwsgiConfig extends configType(
  'glance_api_uwsgi_config',
  '/etc/glance/glance-api-uwsgi.ini',
  glanceApi,
) {}
