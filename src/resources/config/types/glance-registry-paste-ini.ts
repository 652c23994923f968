import { configType } from '../config-type.js';
import { glanceRegistry } from './services.js';

/** A setting of `/etc/glance/glance-registry-paste.ini`, of releases up to Ussuri. */
export class GlanceRegistryPasteIni extends configType(
  'glance_registry_paste_ini',
  '/etc/glance/glance-registry-paste.ini',
  glanceRegistry,
) {}
