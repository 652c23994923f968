import type { Facts } from '../data/facts.js';
import type { Release } from '../data/releases.js';
import type { Clear, Secret } from '../secrets/secret.js';
import type { AttributesOf, AttributeTable } from './attribute.js';
import type { Chain } from './chain.js';
import type { Collector } from './collector.js';
import type { LookupOptions } from './lookup-options.js';
import type { LocalTargets, Metaparameters } from './metaparameters.js';
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

/** Any type of resource that `collect` can find. */
export interface CollectedType {
  readonly definition: { readonly name: string; readonly attributes?: AttributeTable };
}

/**
 * Where resources are declared: the first argument of `new Type(scope, …)`. It is the manifest's own scope, a class, or
 * an instance of a defined type, and is itself a resource that contains what is declared in it.
 */
export interface Scope extends Resource {
  /** The facts of the host. */
  readonly facts: Facts;
  /** The OpenStack release that is compiled for. */
  readonly release: Release;

  /** Ensures that a class is declared, with its parameters from data or defaults; returns the class. */
  include<C extends Resource>(type: IncludableClass<C>): C;

  /** Includes a class, and orders it with this container: relations of this container apply to the class as well. */
  contain<C extends Resource>(type: IncludableClass<C>): C;

  /**
   * Looks up a value in data. With a type, it is checked and munged like an attribute, and a value of another type is
   * an error. An encrypted value is a `Secret`: look it up as `secretString`, or without a type.
   * @throws {GlanceApplyError} if the value does not exist and there is no default.
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

  /**
   * Finds the resources of a type that any host of the fleet exports, this one included, when compilation ends, and
   * declares them on this host; without a query all of them. Puppet's `Type<<| query |>>`, without a database: what is
   * collected is what the hosts export in this compilation.
   */
  collectExported(type: CollectedType, query?: QueryLike): Collector;

  /** Begins a chain: `scope.chain(a).before(b).notify(c)` is Puppet's `A -> B ~> C`. */
  chain(start: LocalTargets): Chain;

  /** Realizes virtual resources. */
  realize(...references: readonly Reference[]): void;

  /**
   * Puppet's `ensure_resource`: declares a resource unless one of this type and title exists with the same values of
   * all these attributes. If one exists with other values, this is a duplicate declaration, which is an error.
   */
  ensureResource<A extends AttributeTable>(
    type: TitledType<A>,
    title: string,
    attributes?: AttributesOf<A> & Metaparameters,
  ): Resource;

  /** Finds a class that has already been declared. */
  find<C extends Resource>(type: IncludableClass<C>): C | undefined;
  /** Finds a resource of a native or defined type that has already been declared. */
  find<A extends AttributeTable>(type: TitledType<A>, title: string): Resource | undefined;

  /** Puppet's `defined`: returns whether the resource has already been declared. */
  has(reference: Reference): boolean;

  /** Returns the parameters of a class that has already been declared: Puppet's `$glance::api::bind_host`. */
  parametersOf(className: string): Readonly<Record<string, unknown>> | undefined;

  /** Reports a warning. */
  warn(message: string, hint?: string): void;

  /**
   * Reports an error and ends the body. Other classes are still compiled, so that all problems are reported at once.
   * @param parameter The parameter that caused the error; the message refers to its source location.
   */
  fail(message: string, hint?: string, parameter?: string): never;

  /** Reports an error as `fail` does, and continues: a body may report several. */
  reportError(message: string, hint?: string, parameter?: string): void;
}

/** The scope of the body of a class or defined type, with its parameters. */
export interface DeclaringScope<P> extends Scope {
  /** The parameters: the given values, else data (for classes), else the defaults; with the changes of collectors. */
  readonly parameters: P;
  /** Declares the content; it runs after the manifest has declared everything. */
  declare(): void;
}
