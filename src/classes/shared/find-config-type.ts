import type { Scope } from '../../catalog/index.js';
import { didYouMean } from '../../errors/nearest.js';
import { configTypes } from '../config-types.js';
import type { ConfigType } from './declare-settings.js';

/**
 * Returns the configuration type with a name, for defined types that write to any file: `oslo::db {
 * 'glance_api_config': }`. Fails the compilation if the type does not exist.
 */
export function findConfigType(scope: Scope, name: string): ConfigType {
  const type = configTypes.get(name);
  return type ?? scope.fail(`unknown configuration type '${name}'`, didYouMean(name, configTypes.keys()));
}
