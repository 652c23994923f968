import { configType } from '../../config/config-type.js';
import { glanceApi } from './glance-files.js';

/**
 * An option in `/etc/glance/glance-swift.conf`: accounts of the Object Storage service, one per section.
 * @example
 * new GlanceSwiftConfig(site, 'ref1/user', { value: 'services:glance' });
 * new GlanceSwiftConfig(site, 'ref1/key', { value: secret.env('SWIFT_KEY') });
 */
export class GlanceSwiftConfig extends configType(
  'glance_swift_config',
  '/etc/glance/glance-swift.conf',
  glanceApi,
) {}
