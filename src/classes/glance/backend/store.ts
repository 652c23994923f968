import { type AttributeTable, boolean, parameter, type Scope } from '../../../catalog/index.js';
import { isReleaseBetween } from '../../../data/releases.js';
import { GlanceApiConfig, GlanceCacheConfig, GlanceGlareConfig } from '../../../resources/index.js';
import { type ConfigType, declareOptions, option } from '../../shared/index.js';

/** A class or defined type that declares a store. */
export type StoreScope = Scope & { readonly parameters: Readonly<Record<string, unknown>> };

/** Parameters of every store in a multi-store API. */
export const storeParameters = {
  store_description: option('store_description', 'Description of the store for users.'),
  weight: option('weight', 'Weight of the store: the store with the highest weight is used first.', {
    since: '2023.2',
  }),
} as const;

/** Parameters of the classes of single stores. */
export const singleStoreParameters = {
  multi_store: parameter(
    boolean,
    'Whether there are other stores; glance::api then sets the default store.',
    {
      default: false,
    },
  ),
  glare_enabled: parameter(boolean, 'Whether Glare also uses the store.', {
    default: false,
    until: 'pike',
    obsolete: 'Glare is not part of Glance since queens',
  }),
} as const;

/** The deprecation message of a class that a defined type has replaced. */
export const multistoreHint = (type: string) =>
  `the class is deprecated: declare glance::backend::multistore::${type} under the store's own name, and enabled_backends in glance::api`;

/** Whether the release declares each store with a defined type. */
export function supportsMultistore(scope: Scope): boolean {
  return isReleaseBetween(scope.release, 'train', undefined);
}

/**
 * Makes the store the default one, unless there are others.
 * @param name The name in the option `default_store`.
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

/** Declares a single store's options for the API, and for Glare and the cache if they use them. */
export function declareSingleStore(scope: StoreScope, table: AttributeTable, forCache = false): void {
  const types: ConfigType[] = [GlanceApiConfig];
  if (scope.parameters.glare_enabled) types.push(GlanceGlareConfig);
  if (forCache) types.push(GlanceCacheConfig);
  for (const type of types) declareOptions(scope, type, table, { section: 'glance_store' });
}

/** Puppet's module of Zed, as packaged by Debian, has the parameter but does not write it. */
export function writesDescription(scope: StoreScope): boolean {
  if (scope.release !== 'zed') return true;
  if (scope.parameters.store_description !== '<SERVICE DEFAULT>') {
    scope.warn('zed does not write store_description for a store of this type', 'leave it out');
  }
  return false;
}
