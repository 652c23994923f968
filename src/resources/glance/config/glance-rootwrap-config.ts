import { configType } from '../../config/config-type.js';
import { glanceApi } from './glance-files.js';

/**
 * An option in `/etc/glance/rootwrap.conf`: which commands can be run as root.
 * @example
 * new GlanceRootwrapConfig(site, 'DEFAULT/filters_path', {
 *   value: '/etc/glance/rootwrap.d,/usr/share/glance/rootwrap',
 * });
 */
export class GlanceRootwrapConfig extends configType(
  'glance_rootwrap_config',
  '/etc/glance/rootwrap.conf',
  glanceApi,
) {}
