import { configType } from '../config-type.js';
import { glanceApi } from './services.js';

/** A setting of `/etc/glance/glance-image-import.conf`: what interoperable image import does with an image. */
export class GlanceImageImportConfig extends configType(
  'glance_image_import_config',
  '/etc/glance/glance-image-import.conf',
  { ...glanceApi, options: 'glance-image-import.conf' },
) {}
