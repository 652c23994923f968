import type { Attribute, AttributeTable } from '../../catalog/attribute.js';
import type { Writable } from '../../catalog/values/value-type.js';
import type { Declarable, TitleOf } from '../declarable.js';

/** The properties of a native type: what a host can have, compared with what is wanted. */
type PropertiesOf<A extends AttributeTable> = {
  readonly [K in keyof A as A[K] extends Attribute<unknown, unknown, 'property'>
    ? K
    : never]?: A[K] extends Attribute<infer In, unknown> ? Writable<In> | undefined : never;
};

/** Something that a simulated host has before a run. */
export interface Present {
  readonly definition: Declarable['definition'];
  readonly title: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * Something that a simulated host has before a run, by the title that the catalog has for it, or by its name.
 * @param properties As a manifest writes them; what is left out is not there to be compared.
 * @example
 * converge(catalog, { state: [there(Service, 'glance-api', { ensure: 'stopped' })] })
 */
export function there<T extends Declarable, const S extends string>(
  type: T,
  title: TitleOf<T, S> & S,
  properties: PropertiesOf<T['definition']['attributes']> = {},
): Present {
  return { definition: type.definition, title, properties: properties as Readonly<Record<string, unknown>> };
}
