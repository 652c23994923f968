import { configType } from '../config-type.js';
import { glanceApi } from './services.js';

/** A setting of `/etc/glance/glance-api-uwsgi.ini`: the API under uWSGI. */
export class GlanceApiUwsgiConfig extends configType(
  'glance_api_uwsgi_config',
  '/etc/glance/glance-api-uwsgi.ini',
  glanceApi,
) {}
