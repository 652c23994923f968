import { configType } from '../config-type.js';
import { glanceApi } from './services.js';

/** A setting of `/etc/glance/rootwrap.conf`: where commands come from that run as root. */
export class GlanceRootwrapConfig extends configType(
  'glance_rootwrap_config',
  '/etc/glance/rootwrap.conf',
  glanceApi,
) {}
