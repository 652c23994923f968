import type { Facts } from '../data/facts.js';
import type { Release } from '../data/releases.js';
import { acrossCopies } from '../errors/across-copies.js';
import { warning } from '../errors/diagnostic.js';
import type { Place } from '../errors/place.js';
import type { Clear, Secret } from '../secrets/secret.js';
import type { AttributesOf, AttributeTable } from './attribute.js';
import { Chain } from './chain.js';
import type { ClassType } from './class-type.js';
import { Collector, type QueryLike, toQuery } from './collector.js';
import type { Compilation } from './compilation.js';
import { CompilationFailure } from './compilation-failure.js';
import { type LookupOptions, lookUp } from './lookup.js';
import type { Metaparameters, Targets } from './metaparameters.js';
import { Position, positionIn } from './position.js';
import { normalised, type Reference, referenceKey } from './reference.js';
import { Resource } from './resource.js';
import type { ValueType } from './values/value-type.js';

/** What collectors and `declareUnlessThere` need of a native or defined type. */
interface TitledType<A extends AttributeTable> {
  new (scope: Container, title: string, attributes?: AttributesOf<A> & Metaparameters): Resource;
  readonly definition: { readonly name: string; readonly attributes: A };
}

/**
 * A resource that contains others: the manifest's own scope, a class, an instance of a defined type. It is the
 * scope that `new Type(scope, …)` takes.
 */
export class Container extends Resource {
  static {
    acrossCopies(Container, 'container');
  }

  /** Where the declaration of its content stands. */
  state: 'waiting' | 'declaring' | 'declared' = 'waiting';
  /** Contained by a class through `contain`, beside where it was included. */
  readonly containers = new Set<Container>();
  /** Where data gave parameters that the manifest left to it, or a collector others than it was declared with. */
  readonly placesElsewhere = new Map<string, Place>();
  /** Collectors whose changes its content was declared with. */
  readonly heard = new Set<Collector>();
  /** Parameters that were warned of for their names alone, as those that are deprecated. */
  readonly warnedOf = new Set<string>();

  constructor(
    readonly compilation: Compilation,
    parent: Container | undefined,
    type: string,
    title: string,
    given: Readonly<Record<string, unknown>>,
    position: Position,
    /** Where the class or defined type itself is defined. */
    private readonly defined: Position = position,
  ) {
    super(parent, type, title, given, position);
  }

  /** The body of a class or defined type of the library is declaring its content. */
  get speaksForLibrary(): boolean {
    return this.state === 'declaring' && this.defined.place === undefined;
  }

  override placeOf(attribute: string): Place | undefined {
    return this.placesElsewhere.get(attribute) ?? super.placeOf(attribute);
  }

  /** Takes parameters that collectors change, before its content is declared. Overridden by defined types. */
  hear(_parameters: Readonly<Record<string, unknown>>): void {}

  /** Declares what this class or defined type contains. Overridden by classes and defined types. */
  declare(): void {}

  /** The node's facts. */
  get facts(): Facts {
    return this.compilation.facts;
  }

  /** The OpenStack release that is compiled for. */
  get release(): Release {
    return this.compilation.release;
  }

  /** Makes sure that a class is there, with data or defaults for its parameters; gives the class. */
  include<C extends Container>(type: ClassType<AttributeTable, C>): C {
    const name = type.definition.name;
    const known = this.compilation.find('class', name) ?? new type(this);
    this.compilation.declareNow(known as Container);
    return known as C;
  }

  /** Includes a class, and orders it with this container: what is before or after this one is so of it too. */
  contain<C extends Container>(type: ClassType<AttributeTable, C>): C {
    const included = this.include(type);
    this.#refuseLate(() => `${included} is contained`, this.contain);
    included.containers.add(this);
    return included;
  }

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
  lookup<In, Out>(key: string, type?: ValueType<In, Out>, options: LookupOptions<unknown> = {}): unknown {
    return lookUp(this.compilation, key, type, options, new Position(this.lookup));
  }

  /** Finds resources of a type when compilation ends; without a query all of them. */
  collect(
    type: { readonly definition: { readonly name: string; readonly attributes?: AttributeTable } },
    query?: QueryLike,
  ): Collector {
    return new Collector(
      this.compilation,
      type.definition.name,
      type.definition.attributes,
      toQuery(query),
      positionIn(this, this.collect),
    );
  }

  /** Begins a chain: `scope.chain(a).before(b).notify(c)` is Puppet's `A -> B ~> C`. */
  chain(start: Targets): Chain {
    return new Chain(this.compilation, start, positionIn(this, this.chain));
  }

  /** Makes virtual resources real. */
  realize(...references: readonly Reference[]): void {
    this.#refuseLate(() => `${references.join(', ')} is realized`, this.realize);
    for (const reference of references) {
      this.compilation.realizations.push({ reference, position: positionIn(this, this.realize) });
    }
  }

  /**
   * Puppet's `ensure_resource`: declares a resource unless one of this type and title is there that says the same
   * of all these attributes. One that says something else is a second declaration, and a complaint.
   */
  declareUnlessThere<A extends AttributeTable>(
    type: TitledType<A>,
    title: string,
    attributes: AttributesOf<A> & Metaparameters = {},
  ): Resource {
    const there = this.compilation.find(type.definition.name, title);
    return there?.says(attributes) ? there : new type(this, title, attributes);
  }

  /** A class, where it was declared so far. */
  find<C extends Container>(type: ClassType<AttributeTable, C>): C | undefined {
    return this.compilation.find('class', type.definition.name) as C | undefined;
  }

  /** Puppet's `defined`: whether the resource was declared so far. */
  has(reference: Reference): boolean {
    return this.compilation.has(reference.type, reference.title);
  }

  /** The parameters of a class that was declared so far: Puppet's `$glance::api::bind_host`. */
  parametersOf(className: string): Readonly<Record<string, unknown>> | undefined {
    const found = this.compilation.find('class', normalised(className));
    return found === undefined
      ? undefined
      : (found as { parameters?: Readonly<Record<string, unknown>> }).parameters;
  }

  /** Says something to whoever compiles, without failing. */
  warn(message: string, hint?: string): void {
    this.#refuseLate(() => `${this} warns`, this.warn);
    this.compilation.report(warning('class.warning', `${this}: ${message}`, { place: this.place, hint }));
  }

  /**
   * Refuses the catalog. Other classes are still compiled, so that all complaints come at once.
   * @param parameter The one that is to blame: its place is the message's.
   */
  fail(message: string, hint?: string, parameter?: string): never {
    throw new CompilationFailure(message, hint, parameter, this);
  }

  /** Refuses the catalog as `fail` does, and goes on: a body may have several things to complain of. */
  complain(message: string, hint?: string, parameter?: string): void {
    this.#refuseLate(() => `${this} refuses the catalog`, this.complain);
    this.compilation.refuse(this, new CompilationFailure(message, hint, parameter));
  }

  #refuseLate(what: () => string, caller: (...args: never[]) => unknown): void {
    const container = this;
    this.compilation.refuseLate(what, {
      get place() {
        return positionIn(container, caller).place;
      },
    });
  }

  /** The key under which relationships find it. */
  get key(): string {
    return referenceKey(this.type, this.title);
  }
}

/** Where resources are declared. */
export type Scope = Container;
