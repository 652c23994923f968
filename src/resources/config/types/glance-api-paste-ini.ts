import { configType } from '../config-type.js';
import { glanceApi } from './services.js';

/** A setting of `/etc/glance/glance-api-paste.ini`: the API's pipelines and filters. */
export class GlanceApiPasteIni extends configType(
  'glance_api_paste_ini',
  '/etc/glance/glance-api-paste.ini',
  glanceApi,
) {}
