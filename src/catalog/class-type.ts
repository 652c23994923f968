import type { AttributesOf, AttributeTable, ParametersOf } from './attribute.js';
import { Container } from './container.js';
import type { ContainerDefinition, ContainerOptions } from './container-definition.js';
import type { Metaparameters } from './metaparameters.js';
import { resolveParameters } from './parameters.js';
import { Position, positionIn } from './position.js';
import { Reference } from './reference.js';

/** A class of a catalog: there once, under its own name. */
export abstract class ClassResource<A extends AttributeTable> extends Container {
  /** Its parameters, with data and defaults for those that were not given. */
  readonly parameters: ParametersOf<A>;

  constructor(scope: Container, definition: ContainerDefinition<A>, given: object, position: Position) {
    super(
      scope.compilation,
      scope,
      'class',
      definition.name,
      given as Readonly<Record<string, unknown>>,
      position,
      definition.defined,
    );
    this.parameters = resolveParameters(this, definition) as ParametersOf<A>;
    scope.compilation.addContainer(this, definition);
  }
}

/** The class of a class: `new glance.Api(scope, parameters)` declares it. */
export interface ClassType<
  A extends AttributeTable = AttributeTable,
  C extends Container = ClassResource<A>,
> {
  new (scope: Container, parameters?: AttributesOf<A> & Metaparameters, position?: Position): C;
  readonly definition: ContainerDefinition<A>;
  /** Names the class, which may be declared elsewhere. */
  ref(): Reference;
}

/**
 * Makes a class of a table of its parameters. What it declares is its `declare` method, which runs when the
 * manifest has said all, so that the order of declarations in a manifest never matters.
 * @param name As Puppet spells it: `glance::backend::rbd`.
 */
export function classType<const A extends AttributeTable>(
  name: string,
  attributes: A,
  options: ContainerOptions,
): ClassType<A> {
  const defined = new Position(classType);
  const definition: ContainerDefinition<A> = { ...options, name, attributes, defined };
  return class extends ClassResource<A> {
    static readonly definition = definition;

    constructor(
      scope: Container,
      given: AttributesOf<A> & Metaparameters = {},
      position = positionIn(scope, new.target),
    ) {
      super(scope, definition, given, position);
    }

    static ref(): Reference {
      return new Reference('class', name);
    }
  };
}
