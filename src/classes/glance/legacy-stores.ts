import { Reference, type Scope, type ValueType } from '../../catalog/index.js';
import { isSet, pick, toArray } from '../shared/index.js';
import { backendTypes } from './enabled-backends.js';

/** Names of stores: one, several, or `false` for none. */
export const storeNames: ValueType<string | readonly string[] | false> = {
  schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }, { const: false }] },
  expected: "the names of stores, such as ['file', 'http']",
};

/** The resolved values of `stores` and `default_store`. */
export interface LegacyStores {
  /** All stores, in the format of the option `stores`; undefined if there are none. */
  readonly stores: string | undefined;
  /** The store for new images; undefined if there are no stores. */
  readonly defaultStore: string | undefined;
  /** A warning for the compilation. */
  readonly warning: string | undefined;
}

/**
 * Derives a missing parameter from the other: the first store is the default, and a default store alone is the only
 * one.
 */
export function resolveLegacyStores(service: string, stores: unknown, defaultStore: unknown): LegacyStores {
  const list = isSet(stores) ? toArray(stores).map(String) : [];
  const chosen = isSet(defaultStore) ? String(defaultStore) : undefined;
  const [first] = list;
  return {
    stores: list.length > 0 ? list.join(',') : chosen,
    defaultStore: pick(chosen, first),
    warning:
      first === undefined && chosen === undefined
        ? `${service} has no store for images`
        : chosen === undefined
          ? `default_store is not set: new images go to the first store, '${first}'`
          : undefined,
  };
}

/** Returns the options for stores: absent without stores, and a default store only if there may be several. */
export function legacyStoreOptions(
  { stores, defaultStore }: LegacyStores,
  multiStore: boolean,
): Record<string, unknown> {
  const absent = { ensure: 'absent' };
  return {
    ...(multiStore ? { 'glance_store/default_store': defaultStore ?? absent } : {}),
    'glance_store/stores': stores ?? absent,
  };
}

/** Whether the node declares a single store with its own class, which makes it the default. */
export function hasStoreClass(scope: Scope): boolean {
  return backendTypes.some((type) => scope.has(new Reference('class', `glance::backend::${type}`)));
}
