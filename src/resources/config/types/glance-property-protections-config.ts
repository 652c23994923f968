import { configType } from '../config-type.js';
import { glanceApi } from './services.js';

/** A setting of `/etc/glance/property-protections.conf`: who may read and change which image properties. */
export class GlancePropertyProtectionsConfig extends configType(
  'glance_property_protections_config',
  '/etc/glance/property-protections.conf',
  glanceApi,
) {}
