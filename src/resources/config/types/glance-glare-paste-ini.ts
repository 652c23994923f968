import { configType } from '../config-type.js';
import { glanceGlare } from './services.js';

/** A setting of `/etc/glance/glance-glare-paste.ini`, of releases up to Pike. */
export class GlanceGlarePasteIni extends configType(
  'glance_glare_paste_ini',
  '/etc/glance/glance-glare-paste.ini',
  glanceGlare,
) {}
