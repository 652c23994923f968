import type { AttributesOf, AttributeTable, ParametersOf } from './attribute.js';
import { Container } from './container.js';
import type { ContainerDefinition, ContainerOptions } from './container-definition.js';
import type { Metaparameters } from './metaparameters.js';
import { changedParameters, resolveParameters } from './parameters.js';
import { Position, positionIn } from './position.js';
import { Reference } from './reference.js';

/** An instance of a defined type: a container that may be there many times, each under its title. */
export abstract class DefinedResource<A extends AttributeTable> extends Container {
  #parameters: ParametersOf<A>;

  constructor(
    scope: Container,
    readonly definition: ContainerDefinition<A>,
    title: string,
    given: object,
    position: Position,
  ) {
    super(
      scope.compilation,
      scope,
      definition.name,
      title,
      given as Readonly<Record<string, unknown>>,
      position,
      definition.defined,
    );
    this.#parameters = resolveParameters(this, definition) as ParametersOf<A>;
    scope.compilation.addContainer(this, definition);
  }

  /** Its parameters, with defaults for those that were not given, and with what collectors changed. */
  get parameters(): ParametersOf<A> {
    return this.#parameters;
  }

  override hear(parameters: Readonly<Record<string, unknown>>): void {
    this.#parameters = { ...this.#parameters, ...changedParameters(this, this.definition, parameters) };
  }
}

/** The class of a defined type: `new oslo.Db(scope, title, parameters)` declares an instance. */
export interface DefinedType<A extends AttributeTable = AttributeTable> {
  new (
    scope: Container,
    title: string,
    parameters?: AttributesOf<A> & Metaparameters,
    position?: Position,
  ): DefinedResource<A>;
  readonly definition: ContainerDefinition<A>;
  /** Names an instance, which may be declared elsewhere. */
  ref(title: string): Reference;
}

/**
 * Makes a defined type of a table of its parameters; what an instance declares is its `declare` method.
 * @param name As Puppet spells it: `oslo::messaging::rabbit`.
 */
export function definedType<const A extends AttributeTable>(
  name: string,
  attributes: A,
  options: ContainerOptions,
): DefinedType<A> {
  const defined = new Position(definedType);
  const definition: ContainerDefinition<A> = { ...options, name, attributes, defined };
  return class extends DefinedResource<A> {
    static readonly definition = definition;

    constructor(
      scope: Container,
      title: string,
      given: AttributesOf<A> & Metaparameters = {},
      position = positionIn(scope, new.target),
    ) {
      super(scope, definition, title, given, position);
    }

    static ref(title: string): Reference {
      return new Reference(name, title);
    }
  };
}
