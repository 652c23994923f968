import { type AttributeTable, boolean, parameter, type Scope } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { GlanceApiConfig, GlanceCacheConfig, GlanceGlareConfig } from '../../../resources/index.js';
import { type ConfigType, declareOptions, option } from '../../tables/index.js';

/** A class or defined type that describes a store. */
export type StoreScope = Scope & { readonly parameters: Readonly<Record<string, unknown>> };

/** What every store of a multi-store API may say of itself. */
export const storeParameters = {
  store_description: option('store_description', 'What users are told of the store.'),
  weight: option('weight', 'Which of several stores is preferred: the heaviest first.', { since: '2023.2' }),
} as const;

/** What the classes of single stores share. */
export const singleStoreParameters = {
  multi_store: parameter(
    boolean,
    'Whether there are other stores, so that glance::api says the default one.',
    {
      default: false,
    },
  ),
  glare_enabled: parameter(boolean, 'Whether Glare uses the store too.', {
    default: false,
    until: 'pike',
    obsolete: 'Glare left Glance with queens',
  }),
} as const;

/** How a parameter of a class says that stores are described by a defined type now. */
export const multistoreHint = (type: string) =>
  `the class is deprecated: declare glance::backend::multistore::${type} under the store's own name, and enabled_backends in glance::api`;

/** Whether the release describes stores by defined types, one a store. */
export function supportsMultistore(scope: Scope): boolean {
  return isReleaseBetween(scope.release, 'train', undefined);
}

/**
 * Makes the store the default one, unless there are others.
 * @param name As the option `default_store` calls it.
 */
export function declareDefaultStore(scope: StoreScope, name: string): void {
  const { multi_store, glare_enabled } = scope.parameters;
  if (multi_store) return;
  new GlanceApiConfig(scope, 'glance_store/default_store', { value: name });
  if (glare_enabled) new GlanceGlareConfig(scope, 'glance_store/default_store', { value: name });
  if (isReleaseBetween(scope.release, '2023.2', undefined)) {
    new GlanceCacheConfig(scope, 'glance_store/default_store', { value: name });
  }
}

/** Declares a single store's options, for the API, for Glare where it is used, and for the cache where it reads them. */
export function declareSingleStore(scope: StoreScope, table: AttributeTable, forCache = false): void {
  const types: ConfigType[] = [GlanceApiConfig];
  if (scope.parameters.glare_enabled) types.push(GlanceGlareConfig);
  if (forCache) types.push(GlanceCacheConfig);
  for (const type of types) declareOptions(scope, type, table, { section: 'glance_store' });
}

/** Puppet's module of Zed, as Debian ships it, has a parameter for what it never writes. */
export function writesDescription(scope: StoreScope): boolean {
  if (scope.release !== 'zed') return true;
  if (scope.parameters.store_description !== '<SERVICE DEFAULT>') {
    scope.warn('zed does not write store_description for a store of this type', 'leave it out');
  }
  return false;
}
