import type { Facts } from '../data/facts.js';
import type { Release } from '../data/releases.js';
import type { Clear, Secret } from '../secrets/secret.js';
import type { AttributesOf, AttributeTable } from './attribute.js';
import type { Chain } from './chain.js';
import type { Collector } from './collector.js';
import type { LookupOptions } from './lookup-options.js';
import type { Metaparameters, Targets } from './metaparameters.js';
import type { QueryLike } from './query.js';
import type { Reference } from './reference.js';
import type { Resource } from './resource.js';
import type { ValueType } from './values/value-type.js';

/** A class, as `include`, `contain` and `find` need it. */
export interface IncludableClass<C extends Resource> {
  new (scope: Scope): C;
  readonly definition: { readonly name: string };
}

/** A native or defined type, as `find` and `ensureResource` need it. */
export interface TitledType<A extends AttributeTable> {
  new (scope: Scope, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
  readonly definition: { readonly name: string; readonly attributes: A };
}

/** Anything that has resources of its own, as `collect` needs it. */
export interface CollectedType {
  readonly definition: { readonly name: string; readonly attributes?: AttributeTable };
}

/**
 * Where resources are declared: what `new Type(scope, …)` takes. It is the manifest's own scope, a class, or an
 * instance of a defined type, and is itself a resource that contains what is declared in it.
 */
export interface Scope extends Resource {
  /** The node's facts. */
  readonly facts: Facts;
  /** The OpenStack release that is compiled for. */
  readonly release: Release;

  /** Ensures that a class is declared, with data or defaults for its parameters; returns the class. */
  include<C extends Resource>(type: IncludableClass<C>): C;

  /** Includes a class, and orders it with this container: what is before or after this one is so of it too. */
  contain<C extends Resource>(type: IncludableClass<C>): C;

  /**
   * Looks a value up in data. With a type it is checked and munged like an attribute, and refused where the data
   * has it otherwise. What is encrypted there is a `Secret`: take it as `secretString`, or without a type.
   * @throws {GlanceApplyError} where nothing has it and there is no default.
   */
  lookup(key: string): unknown;
  lookup<In, Out>(
    key: string,
    type: ValueType<In, Out> & { readonly secret: true },
    options?: LookupOptions<Secret<Clear<Out>>>,
  ): Secret<Clear<Out>>;
  lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;

  /** Finds resources of a type when compilation ends; without a query all of them. */
  collect(type: CollectedType, query?: QueryLike): Collector;

  /** Begins a chain: `scope.chain(a).before(b).notify(c)` is Puppet's `A -> B ~> C`. */
  chain(start: Targets): Chain;

  /** Makes virtual resources real. */
  realize(...references: readonly Reference[]): void;

  /**
   * Puppet's `ensure_resource`: declares a resource unless one of this type and title is there that says the same
   * of all these attributes. One that says something else is a second declaration, and a complaint.
   */
  ensureResource<A extends AttributeTable>(
    type: TitledType<A>,
    title: string,
    attributes?: AttributesOf<A> & Metaparameters,
  ): Resource;

  /** A class, where it was declared so far. */
  find<C extends Resource>(type: IncludableClass<C>): C | undefined;
  /** A resource of a native or defined type, where it was declared so far. */
  find<A extends AttributeTable>(type: TitledType<A>, title: string): Resource | undefined;

  /** Puppet's `defined`: whether the resource was declared so far. */
  has(reference: Reference): boolean;

  /** The parameters of a class that was declared so far: Puppet's `$glance::api::bind_host`. */
  parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;

  /** Reports a warning. */
  warn(message: string, hint?: string): void;

  /**
   * Reports an error and ends the body. Other classes are still compiled, so that all problems are reported at once.
   * @param parameter The one that is to blame: its place is the message's.
   */
  fail(message: string, hint?: string, parameter?: string): never;

  /** Reports an error as `fail` does, and continues: a body may report several. */
  complain(message: string, hint?: string, parameter?: string): void;
}

/** What the body of a class or of a defined type sees: a scope with parameters. */
export interface DeclaringScope<P> extends Scope {
  /** The parameters: what was given, else data (for classes), else the defaults; with what collectors changed. */
  readonly parameters: P;
  /** Declares what it contains; it runs when the manifest has declared everything. */
  declare(): void;
}
