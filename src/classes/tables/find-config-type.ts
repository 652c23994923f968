import type { Scope } from '../../catalog/index.js';
import { didYouMean } from '../../errors/nearest.js';
import { configTypes } from '../config-types.js';
import type { ConfigType } from './declare-settings.js';

/**
 * The configuration type of a name, as defined types name it that write into any file: `oslo::db { 'glance_api_config': }`.
 * Refuses the catalog where there is none of this name.
 */
export function findConfigType(scope: Scope, name: string): ConfigType {
  const type = configTypes.get(name);
  return (
    type ??
    scope.fail(`'${name}' is no configuration type that is known here`, didYouMean(name, configTypes.keys()))
  );
}
