import { configType } from '../config-type.js';
import { glanceApi } from './services.js';

/** A setting of `/etc/glance/glance-swift.conf`: accounts of the Object Storage service, a section each. */
export class GlanceSwiftConfig extends configType(
  'glance_swift_config',
  '/etc/glance/glance-swift.conf',
  glanceApi,
) {}
