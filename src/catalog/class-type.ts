import type { AttributesOf, AttributeTable, ParametersOf } from './attribute.js';
import { Container, compilerOf } from './container.js';
import type { ContainerDefinition, ContainerOptions } from './container-definition.js';
import type { Metaparameters } from './metaparameters.js';
import { Position, positionIn } from './position.js';
import { Reference } from './reference.js';
import type { DeclaringScope, Scope } from './scope.js';

/** A class in a catalog. It exists once, under its own name. */
export type ClassResource<A extends AttributeTable = AttributeTable> = DeclaringScope<ParametersOf<A>>;

/** The constructor of a class: `new glance.Api(scope, parameters)` declares it. */
export interface ClassType<A extends AttributeTable = AttributeTable> {
  new (scope: Scope, parameters?: AttributesOf<A> & Metaparameters, position?: Position): ClassResource<A>;
  readonly definition: ContainerDefinition<A>;
  /** Returns a reference to the class, which may be declared elsewhere. */
  ref(): Reference;
}

/**
 * Creates a class from a table of its parameters. It declares resources in its `declare` method, which runs after the
 * manifest has declared everything, so that the order of declarations in a manifest never matters.
 * @param name The name as Puppet spells it: `glance::backend::rbd`.
 */
export function classType<const A extends AttributeTable>(
  name: string,
  attributes: A,
  options: ContainerOptions,
): ClassType<A> {
  const defined = new Position(classType);
  const definition: ContainerDefinition<A> = { ...options, name, attributes, defined };
  return class extends Container {
    static readonly definition = definition;

    constructor(
      scope: Scope,
      given: AttributesOf<A> & Metaparameters = {},
      position = positionIn(scope, new.target),
    ) {
      super(compilerOf(scope), scope, 'class', name, given, position, definition);
    }

    override get parameters(): ParametersOf<A> {
      return super.parameters as ParametersOf<A>;
    }

    static ref(): Reference {
      return new Reference('class', name);
    }
  };
}
