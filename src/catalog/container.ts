import type { Facts } from '../data/facts.js';
import type { Release } from '../data/releases.js';
import { brandClass } from '../errors/brand-class.js';
import { warning } from '../errors/diagnostic.js';
import type { SourceLocation } from '../errors/source-location.js';
import type { Clear, Secret } from '../secrets/secret.js';
import type { AttributesOf, AttributeTable } from './attribute.js';
import { Chain } from './chain.js';
import { Collector } from './collector.js';
import type { Compilation } from './compilation.js';
import { CompilationFailure, diagnoseFailure } from './compilation-failure.js';
import type { Compiler } from './compiler.js';
import type { ContainerDefinition } from './container-definition.js';
import { ContainerState } from './container-state.js';
import { lookUp } from './lookup.js';
import type { LookupOptions } from './lookup-options.js';
import type { LocalTargets, Metaparameters } from './metaparameters.js';
import { declaresForLibrary, Position, positionIn } from './position.js';
import { type QueryLike, toQuery } from './query.js';
import { normalizeName, type Reference } from './reference.js';
import { Resource } from './resource.js';
import type { CollectedType, IncludableClass, Scope, TitledType } from './scope.js';
import type { ValueType } from './values/value-type.js';

/** The key of the compiler, which is hidden from manifests. It is the same in all copies of the library. */
const compilerOfContainer: unique symbol = Symbol.for('glance-apply.compiler');

/** A resource that contains others. It implements the scope that manifests use, on top of the compiler. */
export class Container extends Resource implements Scope {
  static {
    brandClass(Container, 'container');
  }

  readonly [compilerOfContainer]: Compiler;

  constructor(
    compiler: Compiler,
    parent: Scope | undefined,
    type: string,
    title: string,
    given: Readonly<Record<string, unknown>>,
    position: Position,
    /** The class or defined type; undefined for a container without a body that declares its content. */
    definition?: ContainerDefinition,
  ) {
    super(parent, type, title, given, position);
    this[compilerOfContainer] = compiler;
    compiler.addContainer(new ContainerState(this, definition));
  }

  get [declaresForLibrary](): boolean {
    return this.#state?.declaresForLibrary === true;
  }

  override locationOf(attribute: string): SourceLocation | undefined {
    return this.#state?.locationsElsewhere.get(attribute) ?? super.locationOf(attribute);
  }

  /** Overridden by classes and defined types. */
  declare(): void {}

  get parameters(): Readonly<Record<string, unknown>> {
    return this.#state?.parameters ?? {};
  }

  get facts(): Facts {
    return this.#compilation.facts;
  }

  get release(): Release {
    return this.#compilation.release;
  }

  include<C extends Resource>(type: IncludableClass<C>): C {
    const known = this.find(type) ?? new type(this);
    this[compilerOfContainer].declareNow(known);
    return known;
  }

  contain<C extends Resource>(type: IncludableClass<C>): C {
    const included = this.include(type);
    this.#refuseLate(() => `${included} is contained`, this.contain);
    this.#compilation.containerState(included)?.containers.add(this);
    return included;
  }

  lookup(key: string): unknown;
  lookup<In, Out>(
    key: string,
    type: ValueType<In, Out> & { readonly secret: true },
    options?: LookupOptions<Secret<Clear<Out>>>,
  ): Secret<Clear<Out>>;
  lookup<In, Out>(key: string, type: ValueType<In, Out>, options?: LookupOptions<Out>): Out;
  lookup<In, Out>(key: string, type?: ValueType<In, Out>, options: LookupOptions<unknown> = {}): unknown {
    return lookUp(this.#compilation, key, type, options, new Position(this.lookup));
  }

  collect({ definition }: CollectedType, query?: QueryLike): Collector {
    const { collectors, seal } = this.#compilation;
    const { name, attributes } = definition;
    const collector = new Collector(seal, name, attributes, toQuery(query), positionIn(this, this.collect));
    collectors.push(collector);
    return collector;
  }

  collectExported({ definition }: CollectedType, query?: QueryLike): Collector {
    const { collectors, seal } = this.#compilation;
    const { name, attributes } = definition;
    const position = positionIn(this, this.collectExported);
    const collector = new Collector(seal, name, attributes, toQuery(query), position, true);
    collectors.push(collector);
    return collector;
  }

  chain(start: LocalTargets): Chain {
    const { chains, seal } = this.#compilation;
    const chain = new Chain(seal, start, positionIn(this, this.chain));
    chains.push(chain);
    return chain;
  }

  realize(...references: readonly Reference[]): void {
    this.#refuseLate(() => `${references.join(', ')} is realized`, this.realize);
    for (const reference of references)
      this.#compilation.realizations.push({ reference, position: positionIn(this, this.realize) });
  }

  ensureResource<A extends AttributeTable>(
    type: TitledType<A>,
    title: string,
    attributes: AttributesOf<A> & Metaparameters = {},
  ): Resource {
    const existing = this.find(type, title);
    return existing?.hasAttributes(attributes) ? existing : new type(this, title, attributes);
  }

  find<C extends Resource>(type: IncludableClass<C>): C | undefined;
  find<A extends AttributeTable>(type: TitledType<A>, title: string): Resource | undefined;
  find({ definition }: CollectedType, title?: string): Resource | undefined {
    return title === undefined
      ? this.#compilation.find('class', definition.name)
      : this.#compilation.find(definition.name, title);
  }

  has({ type, title }: Reference): boolean {
    return this.#compilation.has(type, title);
  }

  parametersOf(className: string): Readonly<Record<string, unknown>> | undefined {
    const found = this.#compilation.find('class', normalizeName(className));
    return found && this.#compilation.containerState(found)?.parameters;
  }

  warn(message: string, hint?: string): void {
    this.#refuseLate(() => `${this} warns`, this.warn);
    this.#compilation.report(
      warning('class.warning', `${this}: ${message}`, { location: this.location, hint }),
    );
  }

  fail(message: string, hint?: string, parameter?: string): never {
    throw new CompilationFailure(message, hint, parameter, this);
  }

  reportError(message: string, hint?: string, parameter?: string): void {
    this.#refuseLate(() => `${this} refuses the catalog`, this.reportError);
    this.#compilation.report(diagnoseFailure(this, new CompilationFailure(message, hint, parameter)));
  }

  get #compilation(): Compilation {
    return this[compilerOfContainer].compilation;
  }

  /** Undefined only while the container is being built. */
  get #state(): ContainerState | undefined {
    return this.#compilation.containerState(this);
  }

  #refuseLate(what: () => string, caller: (...args: never[]) => unknown): void {
    const container = this;
    this.#compilation.seal.refuseLate(what, {
      get location() {
        return positionIn(container, caller).location;
      },
    });
  }
}

/** Returns the compiler behind a scope. */
export function compilerOf(scope: Scope): Compiler {
  if (scope instanceof Container) return scope[compilerOfContainer];
  throw new TypeError(
    'resources are declared in the scope that a manifest, a class or a defined type is given',
  );
}

/** Creates the manifest's own scope: Puppet's `Class[main]`. */
export function createSite(compiler: Compiler, position: Position): Container {
  return new Container(compiler, undefined, 'class', 'main', {}, position);
}

/**
 * Finds a class that has already been declared, by its name, for classes that are part of it and therefore cannot
 * import it.
 */
export function findClass(scope: Scope, name: string): Container | undefined {
  const found = compilerOf(scope).compilation.find('class', name);
  return found instanceof Container ? found : undefined;
}
