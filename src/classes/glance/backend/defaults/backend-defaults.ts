import type { AttributeTable } from '../../../../catalog/index.js';
import { GlanceApiConfig, GlanceCacheConfig } from '../../../../resources/index.js';
import { adaptParameter, declareOptions, serviceDefault } from '../../../shared/index.js';
import { Deps } from '../../deps.js';
import type { StoreScope } from '../store.js';

/** Returns the options of a store without their defaults, which the stores themselves set. */
export function withoutDefaults<A extends AttributeTable>(table: A): A {
  const entries = Object.entries(table).map(([name, entry]) => [
    name,
    adaptParameter(entry, { default: serviceDefault, required: false }),
  ]);
  return Object.fromEntries(entries) as A;
}

/** Declares the common options of all stores of a type. */
export function declareBackendDefaults(scope: StoreScope, table: AttributeTable): void {
  scope.include(Deps);
  for (const type of [GlanceApiConfig, GlanceCacheConfig]) {
    declareOptions(scope, type, table, { section: 'backend_defaults' });
  }
}
