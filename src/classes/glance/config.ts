import { anything, classType, hashOf, parameter } from '../../catalog/index.js';
import type { Release } from '../../data/releases.js';
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
import { reveal } from '../../secrets/secret.js';
import { declareSettings } from '../tables/index.js';
import { Deps } from './deps.js';

const file = (path: string, releases: { since?: Release; until?: Release; obsolete?: string } = {}) =>
  parameter(hashOf(hashOf(anything)), `Settings of ${path}, each as { 'section/option': { value: … } }.`, {
    default: {},
    ...releases,
  });

const gone = { until: 'victoria', obsolete: 'victoria removed the registry' } as const;
const glareGone = { until: 'pike', obsolete: 'Glare is not part of Glance since queens' } as const;

const types = {
  api_config: GlanceApiConfig,
  api_paste_ini_config: GlanceApiPasteIni,
  registry_config: GlanceRegistryConfig,
  registry_paste_ini_config: GlanceRegistryPasteIni,
  glare_config: GlanceGlareConfig,
  glare_paste_ini_config: GlanceGlarePasteIni,
  cache_config: GlanceCacheConfig,
  image_import_config: GlanceImageImportConfig,
  rootwrap_config: GlanceRootwrapConfig,
} as const;

/** Settings without a parameter in other classes, by file. */
export class Config extends classType(
  'glance::config',
  {
    api_config: file('glance-api.conf'),
    api_paste_ini_config: file('glance-api-paste.ini'),
    registry_config: file('glance-registry.conf', gone),
    registry_paste_ini_config: file('glance-registry-paste.ini', gone),
    glare_config: file('glance-glare.conf', glareGone),
    glare_paste_ini_config: file('glance-glare-paste.ini', glareGone),
    cache_config: file('glance-cache.conf'),
    image_import_config: file('glance-image-import.conf', { since: 'queens' }),
    rootwrap_config: file('rootwrap.conf', { since: 'zed' }),
  },
  { doc: "Any setting of Glance's files. A setting that another class declares must not be declared again." },
) {
  override declare(): void {
    this.include(Deps);
    for (const [name, type] of Object.entries(types)) {
      declareSettings(this, type, reveal(this.parameters[name as keyof typeof types]) ?? {});
    }
  }
}
