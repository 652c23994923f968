import {
  GlanceApiConfig,
  GlanceApiPasteIni,
  GlanceCacheConfig,
  GlanceGlareConfig,
  GlanceGlarePasteIni,
  GlanceImageImportConfig,
  GlanceRegistryConfig,
  GlanceRegistryPasteIni,
  GlanceRootwrapConfig,
} from '../../resources/index.js';
import { createConfig } from '../openstack-service/create-config.js';
import { glanceService } from './glance-service.js';

const registry = { until: 'victoria', obsolete: 'victoria removed the registry' } as const;
const glare = { until: 'pike', obsolete: 'Glare is not part of Glance since queens' } as const;

/** Settings without a parameter in other classes, by file. */
export class Config extends createConfig(glanceService, {
  api_config: { type: GlanceApiConfig, file: 'glance-api.conf' },
  api_paste_ini_config: { type: GlanceApiPasteIni, file: 'glance-api-paste.ini' },
  registry_config: { type: GlanceRegistryConfig, file: 'glance-registry.conf', ...registry },
  registry_paste_ini_config: { type: GlanceRegistryPasteIni, file: 'glance-registry-paste.ini', ...registry },
  glare_config: { type: GlanceGlareConfig, file: 'glance-glare.conf', ...glare },
  glare_paste_ini_config: { type: GlanceGlarePasteIni, file: 'glance-glare-paste.ini', ...glare },
  cache_config: { type: GlanceCacheConfig, file: 'glance-cache.conf' },
  image_import_config: { type: GlanceImageImportConfig, file: 'glance-image-import.conf', since: 'queens' },
  rootwrap_config: { type: GlanceRootwrapConfig, file: 'rootwrap.conf', since: 'zed' },
}) {}
