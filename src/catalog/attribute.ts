import type { Facts } from '../data/facts.js';
import type { EarlierRelease, Release } from '../data/releases.js';
import type { Clear } from '../secrets/secret.js';
import type { TextForm } from './text-form.js';
import type { ValueType, Writable } from './values/value-type.js';

/**
 * How an attribute is used:
 * - `title`: the name of the thing on the host (Puppet's namevar); defaults to the resource's title;
 * - `property`: state that can be read from the host, compared and changed;
 * - `parameter`: how to read or change that state; all parameters of classes and defined types are of this kind.
 */
export type AttributeRole = 'title' | 'property' | 'parameter';

/** What a default may depend on: the facts of the host and the OpenStack release that is compiled for. */
export interface DefaultContext {
  readonly facts: Facts;
  readonly release: Release;
}

/** The replacement of a parameter that a later release no longer has. */
export interface Successor {
  /**
   * The parameter that now has this meaning. A parameter of another class is written
   * `glance::api::authtoken::password`: the value then stays where it was given, with a warning, and the body of that
   * class reads it from there.
   */
  readonly name: string;
  /** Converts the old value to the new one. @default the value is used unchanged */
  readonly translate?: (value: unknown) => unknown;
}

/** A default, or a function that computes it. The type of the attribute is not inferred from it. */
type Default<V> = NoInfer<Clear<V>> | ((context: DefaultContext) => NoInfer<Clear<V>> | undefined);

/** Options of an attribute. */
export interface AttributeOptions<V> {
  /** The value if none is given; a function if it depends on the host. */
  readonly default?: Default<V> | undefined;
  /** Whether a value must be given. @default false */
  readonly required?: boolean | undefined;
  /**
   * Whether only the service chooses the value, such as an id: it is read, and manifests need not set it.
   * @default false
   */
  readonly assigned?: boolean | undefined;
  /** The first OpenStack release that has the attribute. @default all of them */
  readonly since?: Release | undefined;
  /** The last OpenStack release that has the attribute. @default all of them */
  readonly until?: Release | EarlierRelease | undefined;
  /** The replacement after `until`. */
  readonly became?: Successor | undefined;
  /**
   * Why the attribute can be left out after `until` although nothing replaces it: reported as a warning instead of an
   * error.
   */
  readonly obsolete?: string | undefined;
  /**
   * What strings in the value may contain.
   * @default 'line' for native types, 'lines' for classes and defined types
   */
  readonly text?: TextForm | undefined;
  /** What to use instead: reported as a warning if a value is given, in the named release and all later ones. */
  readonly deprecated?: { readonly since?: Release; readonly hint: string } | undefined;
  /**
   * Returns whether the observed value is in sync, for values that are not compared by equality. Both values are in
   * plain text.
   * @default deep equality
   */
  readonly insync?: Insync<NonNullable<Clear<V>>> | undefined;
  /**
   * Returns what events and reports display of a difference instead of its values: a checksum for long content, the
   * content of the file that a path names. The result is redacted afterwards.
   * @default the values themselves
   */
  readonly show?: Show<NonNullable<Clear<V>>> | undefined;
}

/**
 * Compares values for `insync`. Declared as a method, so that attributes of all types are assignable to one table type.
 */
export type Insync<V> = {
  compare(is: unknown, should: V, desired: Readonly<Record<string, unknown>>): boolean;
}['compare'];

/** Converts values for display, for `show`. Declared as a method for the same reason. */
export type Show<V> = {
  present(is: unknown, should: V, desired: Readonly<Record<string, unknown>>): DisplayedValues;
}['present'];

/** Two values as they are displayed. */
export interface DisplayedValues {
  readonly from: unknown;
  readonly to: unknown;
}

/** The definition of an attribute of a native type, or of a parameter of a class or defined type. */
export interface Attribute<In, Out, Role extends AttributeRole = AttributeRole>
  extends AttributeOptions<Out> {
  readonly role: Role;
  readonly value: ValueType<In, unknown>;
  /** The description for `describe`, the editor and the published documentation. */
  readonly doc: string;
  /** Carries the type that providers and class bodies receive; never set at run time. */
  readonly out?: Out;
}

/** Attributes by name. */
export type AttributeTable = Readonly<Record<string, Attribute<unknown, unknown>>>;

const nonEmpty: ValueType<string> = {
  schema: { type: 'string', minLength: 1 },
  expected: 'a string that is not empty',
};

/**
 * Creates the attribute that names the thing on the host (Puppet's namevar). `T` is the form of its titles, if a
 * template literal type can express it: the TypeScript compiler then rejects references with titles of another form.
 */
export function title<T extends string = string>(
  doc: string,
  value: ValueType<string> | ValueType<string | number, string> = nonEmpty,
  { text }: Pick<AttributeOptions<string>, 'text'> = {},
): TitleAttribute<T> {
  // A title is always a string, even if its form would also match a number.
  return { role: 'title', value: value as ValueType<string>, doc, text };
}

/** A title attribute that carries the form of its titles for the TypeScript compiler. */
export interface TitleAttribute<T extends string = string> extends Attribute<string, string, 'title'> {
  /** Never set at run time. */
  readonly form?: T;
}

type Given<Out> =
  | { readonly default: NoInfer<Clear<Out>> | ((context: DefaultContext) => NoInfer<Clear<Out>>) }
  | { readonly required: true };

/** Creates an attribute for state on the host, which is read, compared and changed. */
export function property<In, Out>(
  value: ValueType<In, Out>,
  doc: string,
  options: AttributeOptions<Out> & Given<Out>,
): Attribute<In, Out, 'property'>;
export function property<In, Out>(
  value: ValueType<In, Out>,
  doc: string,
  options?: AttributeOptions<Out>,
): Attribute<In, Out | undefined, 'property'>;
export function property<In, Out>(
  value: ValueType<In, Out>,
  doc: string,
  options: AttributeOptions<Out> = {},
): Attribute<In, Out | undefined, 'property'> {
  return { role: 'property', value, doc, ...options };
}

/**
 * Creates an attribute that determines how state is read or changed, or a parameter of a class or defined type. It is
 * never compared with the host.
 */
export function parameter<In, Out>(
  value: ValueType<In, Out>,
  doc: string,
  options: AttributeOptions<Out> & Given<Out>,
): Attribute<In, Out, 'parameter'>;
export function parameter<In, Out>(
  value: ValueType<In, Out>,
  doc: string,
  options?: AttributeOptions<Out>,
): Attribute<In, Out | undefined, 'parameter'>;
export function parameter<In, Out>(
  value: ValueType<In, Out>,
  doc: string,
  options: AttributeOptions<Out> = {},
): Attribute<In, Out | undefined, 'parameter'> {
  return { role: 'parameter', value, doc, ...options };
}

/** What a manifest may write for the attributes of a table. */
export type AttributesOf<A extends AttributeTable> = {
  readonly [K in keyof A]?: A[K] extends Attribute<infer In, unknown> ? Writable<In> | undefined : never;
};

/**
 * The attributes as a provider receives them: munged and checked. A value that its type declares secret is a `Secret`,
 * which is revealed only when it is used; a value that may be secret is a `Secret` if the manifest marks it as one.
 */
export type DesiredOf<A extends AttributeTable> = {
  readonly [K in keyof A]: A[K] extends Attribute<unknown, infer Out> ? Out : never;
};

/** The parameters as the body of a class receives them: munged and checked, with secrets still tainted. */
export type ParametersOf<A extends AttributeTable> = {
  readonly [K in keyof A]: A[K] extends Attribute<unknown, infer Out>
    ? Writable<NonNullable<Out>> | Extract<Out, undefined>
    : never;
};
