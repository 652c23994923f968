import { configType } from '../../config/config-type.js';
import { glanceApi } from './glance-files.js';

/**
 * An option in `/etc/glance/property-protections.conf`: the rules for reading and changing properties of images.
 * @example
 * new GlancePropertyProtectionsConfig(site, '^x_owner_.+/update', { value: 'admin,member' });
 */
export class GlancePropertyProtectionsConfig extends configType(
  'glance_property_protections_config',
  '/etc/glance/property-protections.conf',
  glanceApi,
) {}
