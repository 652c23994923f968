import { configType } from '../../config/config-type.js';
import { findGlanceFile } from '../options/glance-options.js';
import { glanceApi } from './glance-files.js';

/**
 * An option in `/etc/glance/glance-image-import.conf`: the processing of images by interoperable image import.
 * @example
 * new GlanceImageImportConfig(site, 'image_import_opts/image_import_plugins', {
 *   value: "['image_conversion']",
 * });
 * new GlanceImageImportConfig(site, 'image_conversion/output_format', { value: 'raw' });
 */
export class GlanceImageImportConfig extends configType(
  'glance_image_import_config',
  '/etc/glance/glance-image-import.conf',
  { ...glanceApi, options: findGlanceFile('glance-image-import.conf') },
) {}
