import type { Facts } from '../data/facts.js';
import type { EarlierRelease, Release } from '../data/releases.js';
import type { Clear } from '../secrets/secret.js';
import type { TextForm } from './text-form.js';
import type { ValueType, Writable } from './values/value-type.js';

/**
 * How an attribute is used:
 * - `title`: the name of the thing on the host (Puppet's namevar); the resource's title unless it is given;
 * - `property`: state that can be read from the host, compared and changed;
 * - `parameter`: how to read or change it; the parameters of classes and defined types are all of this kind.
 */
export type AttributeRole = 'title' | 'property' | 'parameter';

/** What a default may depend on: facts of the node and the OpenStack release that is compiled for. */
export interface DefaultContext {
  readonly facts: Facts;
  readonly release: Release;
}

/** What became of a parameter that a later release no longer has. */
export interface Successor {
  /**
   * The parameter that means the same now. One of another class is written `glance::api::authtoken::password`:
   * the value then stays where it was given, with a warning, and that class's body picks it up.
   */
  readonly name: string;
  /** Turns the old value into the new one. @default the value as it is */
  readonly translate?: (value: unknown) => unknown;
}

/** A default, or a function of what it depends on. The type of the attribute is not inferred from it. */
type Default<V> = NoInfer<Clear<V>> | ((context: DefaultContext) => NoInfer<Clear<V>> | undefined);

/** Options of an attribute. */
export interface AttributeOptions<V> {
  /** The value where none is given; a function where it depends on the node. */
  readonly default?: Default<V> | undefined;
  /** It must be given. @default false */
  readonly required?: boolean | undefined;
  /** The service alone chooses it, an id: it is read, and no manifest need say it. @default false */
  readonly assigned?: boolean | undefined;
  /** The first OpenStack release that has it. @default all of them */
  readonly since?: Release | undefined;
  /** The last OpenStack release that has it. @default all of them */
  readonly until?: Release | EarlierRelease | undefined;
  /** What it became after `until`. */
  readonly became?: Successor | undefined;
  /** Why it can be left out after `until` where nothing took its place: said as a warning, instead of an error. */
  readonly obsolete?: string | undefined;
  /**
   * What texts in it may have in them.
   * @default 'line' for native types, 'lines' for classes and defined types
   */
  readonly text?: TextForm | undefined;
  /** What to do instead, said as a warning where it is given, in the named release and all after it. */
  readonly deprecated?: { readonly since?: Release; readonly hint: string } | undefined;
  /**
   * Whether the host's value is as wanted, where equality is not the question. Both sides are in clear.
   * @default deep equality
   */
  readonly insync?: Insync<NonNullable<Clear<V>>> | undefined;
  /**
   * What events and reports say of a difference in place of its values: a checksum for a long text, the text
   * behind a path. They are redacted after it.
   * @default the values themselves
   */
  readonly show?: Show<NonNullable<Clear<V>>> | undefined;
}

/** Compares as `insync` does. Of a method, so that tables of attributes of all types are one table. */
export type Insync<V> = {
  compare(is: unknown, should: V, wanted: Readonly<Record<string, unknown>>): boolean;
}['compare'];

/** Converts values for display as `show` does. */
export type Show<V> = {
  present(is: unknown, should: V, wanted: Readonly<Record<string, unknown>>): DisplayedValues;
}['present'];

/** Two values as they are displayed. */
export interface DisplayedValues {
  readonly from: unknown;
  readonly to: unknown;
}

/** An attribute of a native type, or a parameter of a class or defined type, with all that is known of it. */
export interface Attribute<In, Out, Role extends AttributeRole = AttributeRole>
  extends AttributeOptions<Out> {
  readonly role: Role;
  readonly value: ValueType<In, unknown>;
  /** What it means, for `describe`, the editor and the published documentation. */
  readonly doc: string;
  /** Carries the type that providers and class bodies see; never there at run time. */
  readonly out?: Out;
}

/** Attributes by name. */
export type AttributeTable = Readonly<Record<string, Attribute<unknown, unknown>>>;

const nonEmpty: ValueType<string> = {
  schema: { type: 'string', minLength: 1 },
  expected: 'a string that is not empty',
};

/**
 * The attribute that names the thing on the host (Puppet's namevar). `T` is the form of its titles, where it can be
 * written as a template: specs that ask for one of another form are refused by the compiler.
 */
export function title<T extends string = string>(
  doc: string,
  value: ValueType<string> | ValueType<string | number, string> = nonEmpty,
  { text }: Pick<AttributeOptions<string>, 'text'> = {},
): TitleAttribute<T> {
  // A title is always a string, also where its form would fit a number.
  return { role: 'title', value: value as ValueType<string>, doc, text };
}

/** A title, with its form for the compiler. */
export interface TitleAttribute<T extends string = string> extends Attribute<string, string, 'title'> {
  /** Never there at run time. */
  readonly form?: T;
}

type Given<Out> =
  | { readonly default: NoInfer<Clear<Out>> | ((context: DefaultContext) => NoInfer<Clear<Out>>) }
  | { readonly required: true };

/** State on the host: read, compared, changed. */
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

/** How to read or change the state, or a parameter of a class or defined type; never compared with the host. */
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
 * The attributes as a provider receives them: munged and checked. What the type calls a secret is a `Secret`, to be
 * revealed at the moment of use; what may be one is a `Secret` where a manifest says so.
 */
export type WantedOf<A extends AttributeTable> = {
  readonly [K in keyof A]: A[K] extends Attribute<unknown, infer Out> ? Out : never;
};

/** The parameters as the body of a class sees them: munged, checked, secrets still tainted. */
export type ParametersOf<A extends AttributeTable> = {
  readonly [K in keyof A]: A[K] extends Attribute<unknown, infer Out>
    ? Writable<NonNullable<Out>> | Extract<Out, undefined>
    : never;
};
