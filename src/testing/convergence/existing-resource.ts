import type { Attribute, AttributeTable } from '../../catalog/attribute.js';
import type { Writable } from '../../catalog/values/value-type.js';
import type { Declarable, TitleOf } from '../declarable.js';

/** The properties of a native type, which are compared with the desired state. */
type PropertiesOf<A extends AttributeTable> = {
  readonly [K in keyof A as A[K] extends Attribute<unknown, unknown, 'property'>
    ? K
    : never]?: A[K] extends Attribute<infer In, unknown> ? Writable<In> | undefined : never;
};

/** A resource that exists on a simulated host before a run. */
export interface ExistingResource {
  readonly definition: Declarable['definition'];
  readonly title: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * Returns a resource that exists on a simulated host before a run, by its title in the catalog or by its name.
 * @param properties The properties as a manifest writes them; properties that are left out are undefined on the host.
 * @example
 * converge(catalog, { state: [existingResource(Service, 'glance-api', { ensure: 'stopped' })] })
 */
export function existingResource<T extends Declarable, const S extends string>(
  type: T,
  title: TitleOf<T, S> & S,
  properties: PropertiesOf<T['definition']['attributes']> = {},
): ExistingResource {
  return { definition: type.definition, title, properties };
}
