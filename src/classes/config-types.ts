import type { NativeType } from '../catalog/index.js';
import {
  GlanceApiConfig,
  GlanceApiPasteIni,
  GlanceApiUwsgiConfig,
  GlanceCacheConfig,
  GlanceGlareConfig,
  GlanceGlarePasteIni,
  GlanceImageImportConfig,
  GlancePropertyProtectionsConfig,
  GlanceRegistryConfig,
  GlanceRegistryPasteIni,
  GlanceRootwrapConfig,
  GlanceSwiftConfig,
  KeystoneConfig,
  KeystonePasteIni,
  KeystoneUwsgiConfig,
} from '../resources/index.js';
import { indexByName } from './index-by-name.js';

/** The configuration types by Puppet's names: defined types name one of them with their title. */
export const configTypes: ReadonlyMap<string, NativeType> = indexByName<NativeType>([
  GlanceApiConfig,
  GlanceApiPasteIni,
  GlanceApiUwsgiConfig,
  GlanceCacheConfig,
  GlanceGlareConfig,
  GlanceGlarePasteIni,
  GlanceImageImportConfig,
  GlancePropertyProtectionsConfig,
  GlanceRegistryConfig,
  GlanceRegistryPasteIni,
  GlanceRootwrapConfig,
  GlanceSwiftConfig,
  KeystoneConfig,
  KeystonePasteIni,
  KeystoneUwsgiConfig,
]);
