import { configType } from '../../config/config-type.js';
import { glanceGlare } from './glance-files.js';

/**
 * An option in `/etc/glance/glance-glare-paste.ini`, of releases up to Pike.
 * @example
 * new GlanceGlarePasteIni(site, 'filter:authtoken/delay_auth_decision', { value: true });
 */
export class GlanceGlarePasteIni extends configType(
  'glance_glare_paste_ini',
  '/etc/glance/glance-glare-paste.ini',
  glanceGlare,
) {}
