import type { AttributesOf, AttributeTable, TitleAttribute } from '../catalog/attribute.js';
import type { Metaparameters } from '../catalog/metaparameters.js';
import { Reference } from '../catalog/reference.js';
import { isHash } from '../data/is-hash.js';

/** Anything that a manifest can declare: a native type, a class, a defined type. */
export interface Declarable<A extends AttributeTable = AttributeTable> {
  readonly definition: { readonly name: string; readonly attributes: A };
}

/** A class, which exists once and does not have a title. */
export interface ClassLike<A extends AttributeTable = AttributeTable> extends Declarable<A> {
  ref(): Reference;
}

/** The attributes of a type, class or defined type, as a manifest can write them. Relations have assertions of their own. */
export type AttributeValues<T extends Declarable> = AttributesOf<T['definition']['attributes']> &
  Pick<Metaparameters, 'tag' | 'noop' | 'alias' | 'retry' | 'schedule' | 'stage' | 'loglevel'>;

/** The form of the titles of a type, if its attributes define one: `${string}/${string}`. */
type TitleForm<A extends AttributeTable> = {
  [K in keyof A]: A[K] extends TitleAttribute<infer Form> ? Form : never;
}[keyof A];

/** A valid title of a type. A literal must have the form of the type's titles; other strings are checked at run time. */
export type TitleOf<T extends Declarable, S extends string> = T extends ClassLike
  ? never
  : string extends S
    ? S
    : [TitleForm<T['definition']['attributes']>] extends [never]
      ? S
      : S extends TitleForm<T['definition']['attributes']>
        ? S
        : TitleForm<T['definition']['attributes']>;

/** Returns whether a value is a native type, class or defined type of any copy of the library. */
export function isDeclarable(value: unknown): value is Declarable {
  if (typeof value !== 'function' || !('definition' in value) || !('ref' in value)) return false;
  return isHash(value.definition) && typeof value.definition.name === 'string';
}

/** Returns the reference of a resource; without a title, of a class. */
export function toReference(type: Declarable, title: string | undefined): Reference {
  const { name } = type.definition;
  return title === undefined ? new Reference('class', name) : new Reference(name, title);
}

/** Returns whether a declarable is a class, which is identified by its name and does not have a title. */
export function isClass(type: Declarable): type is ClassLike {
  return 'ref' in type && typeof type.ref === 'function' && type.ref.length === 0;
}
