import { configType } from '../../config/config-type.js';
import { glanceRegistry } from './glance-files.js';

/**
 * An option in `/etc/glance/glance-registry-paste.ini`, of releases up to Ussuri.
 * @example
 * new GlanceRegistryPasteIni(site, 'filter:authtoken/delay_auth_decision', { value: true });
 */
export class GlanceRegistryPasteIni extends configType(
  'glance_registry_paste_ini',
  '/etc/glance/glance-registry-paste.ini',
  glanceRegistry,
) {}
