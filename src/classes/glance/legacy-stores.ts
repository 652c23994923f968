import { Reference, type Scope, type ValueType } from '../../catalog/index.js';
import { asArray, isSet, pick } from '../tables/index.js';
import { backendTypes } from './enabled-backends.js';

/** Names of stores: one, several, or `false` for none. */
export const storeNames: ValueType<string | readonly string[] | false> = {
  schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }, { const: false }] },
  expected: "the names of stores, such as ['file', 'http']",
};

/** What `stores` and `default_store` come to. */
export interface LegacyStores {
  /** All stores, as the option `stores` takes them; undefined where there is none. */
  readonly stores: string | undefined;
  /** Where new images go; undefined where there is no store. */
  readonly defaultStore: string | undefined;
  /** What is worth a word to whoever compiles. */
  readonly warning: string | undefined;
}

/** Completes the one by the other: the first store is the default one, and a default store alone is all there is. */
export function resolveLegacyStores(service: string, stores: unknown, defaultStore: unknown): LegacyStores {
  const list = isSet(stores) ? asArray(stores).map(String) : [];
  const chosen = isSet(defaultStore) ? String(defaultStore) : undefined;
  const [first] = list;
  return {
    stores: list.length > 0 ? list.join(',') : chosen,
    defaultStore: pick(chosen, first),
    warning:
      first === undefined && chosen === undefined
        ? `${service} has no store to keep images in`
        : chosen === undefined
          ? `there is no default_store: new images go to the first of the stores, '${first}'`
          : undefined,
  };
}

/** The options that stores come to: absent where there is none, and no default store unless there may be several. */
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

/** Whether the node describes a single store with a class of its own, which then is the default one. */
export function hasStoreClass(scope: Scope): boolean {
  return backendTypes.some((type) => scope.has(new Reference('class', `glance::backend::${type}`)));
}
