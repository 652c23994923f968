import type { AttributesOf, AttributeTable, TitleAttribute } from '../catalog/attribute.js';
import type { Metaparameters } from '../catalog/metaparameters.js';
import { Reference } from '../catalog/reference.js';

/** Anything that a manifest declares: a native type, a class, a defined type. */
export interface Declarable<A extends AttributeTable = AttributeTable> {
  readonly definition: { readonly name: string; readonly attributes: A };
}

/** A class: it is there once, and has no title. */
export interface ClassLike<A extends AttributeTable = AttributeTable> extends Declarable<A> {
  ref(): Reference;
}

/** What a type, class or defined type takes, as a manifest may write it; relationships have assertions of their own. */
export type AttributeValues<T extends Declarable> = AttributesOf<T['definition']['attributes']> &
  Pick<Metaparameters, 'tag' | 'noop' | 'alias' | 'retry' | 'schedule' | 'stage' | 'loglevel'>;

/** The form that titles of a type have, where its table of attributes tells: `${string}/${string}`. */
type TitleForm<A extends AttributeTable> = {
  [K in keyof A]: A[K] extends TitleAttribute<infer Form> ? Form : never;
}[keyof A];

/**
 * A title that a type may have. A text that is written down must have the type's form; of one that is put
 * together nothing is known before it is looked for.
 */
export type TitleOf<T extends Declarable, S extends string> = T extends ClassLike
  ? never
  : string extends S
    ? S
    : [TitleForm<T['definition']['attributes']>] extends [never]
      ? S
      : S extends TitleForm<T['definition']['attributes']>
        ? S
        : TitleForm<T['definition']['attributes']>;

/** True for native types, classes and defined types of any copy of the library. */
export function isDeclarable(value: unknown): value is Declarable {
  if (typeof value !== 'function') return false;
  const { definition } = value as { definition?: { name?: unknown } };
  return typeof definition?.name === 'string' && 'ref' in value;
}

/** What a type or class and a title name; without a title, a class. */
export function toReference(type: Declarable, title: string | undefined): Reference {
  const { name } = type.definition;
  return title === undefined ? new Reference('class', name) : new Reference(name, title);
}

/** A class has no title: what it is called is its definition's name. */
export function isClass(type: Declarable): type is ClassLike {
  return 'ref' in type && typeof type.ref === 'function' && type.ref.length === 0;
}
