import type { AttributesOf, AttributeTable, ParametersOf } from './attribute.js';
import { Container, compilerOf } from './container.js';
import type { ContainerDefinition, ContainerOptions } from './container-definition.js';
import type { Metaparameters } from './metaparameters.js';
import { Position, positionIn } from './position.js';
import { Reference } from './reference.js';
import type { DeclaringScope, Scope } from './scope.js';

/** An instance of a defined type: a container that may exist any number of times, each with its own title. */
export type DefinedResource<A extends AttributeTable = AttributeTable> = DeclaringScope<ParametersOf<A>>;

/** The constructor of a defined type: `new oslo.Db(scope, title, parameters)` declares an instance. */
export interface DefinedType<A extends AttributeTable = AttributeTable> {
  new (
    scope: Scope,
    title: string,
    parameters?: AttributesOf<A> & Metaparameters,
    position?: Position,
  ): DefinedResource<A>;
  readonly definition: ContainerDefinition<A>;
  /** Returns a reference to an instance, which may be declared elsewhere. */
  ref(title: string): Reference;
}

/**
 * Creates a defined type from a table of its parameters; an instance declares resources in its `declare` method.
 * @param name The name as Puppet spells it: `oslo::messaging::rabbit`.
 */
export function definedType<const A extends AttributeTable>(
  name: string,
  attributes: A,
  options: ContainerOptions,
): DefinedType<A> {
  const defined = new Position(definedType);
  const definition: ContainerDefinition<A> = { ...options, name, attributes, defined };
  return class extends Container {
    static readonly definition = definition;

    constructor(
      scope: Scope,
      title: string,
      given: AttributesOf<A> & Metaparameters = {},
      position = positionIn(scope, new.target),
    ) {
      super(compilerOf(scope), scope, name, title, given, position, definition);
    }

    override get parameters(): ParametersOf<A> {
      return super.parameters as ParametersOf<A>;
    }

    static ref(title: string): Reference {
      return new Reference(name, title);
    }
  };
}
