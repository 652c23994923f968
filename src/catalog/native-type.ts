import { brandClass } from '../errors/brand-class.js';
import { ensureDefined } from '../errors/ensure-defined.js';
import type { AttributesOf, AttributeTable } from './attribute.js';
import { compilerOf } from './container.js';
import type { Metaparameters } from './metaparameters.js';
import type { NativeTypeDefinition, NativeTypeOptions } from './native-type-definition.js';
import { type Position, positionIn } from './position.js';
import { Reference } from './reference.js';
import { Resource } from './resource.js';
import type { Scope } from './scope.js';
import { concealLiterals } from './secret-attributes.js';

/** A resource of a native type, as it was declared. */
export class NativeResource<A extends AttributeTable = AttributeTable> extends Resource {
  static {
    brandClass(NativeResource, 'native-resource');
  }

  constructor(
    scope: Scope,
    readonly definition: NativeTypeDefinition<A>,
    title: string,
    attributes: Readonly<Record<string, unknown>>,
    position: Position,
  ) {
    super(scope, definition.name, title, concealLiterals(attributes, definition.attributes), position);
    compilerOf(scope).compilation.add(this);
  }
}

/** The constructor of a native type: `new Type(scope, title, attributes)` declares a resource of it. */
export interface NativeType<A extends AttributeTable = AttributeTable> {
  new (
    scope: Scope,
    title: string,
    attributes?: AttributesOf<A> & Metaparameters,
    position?: Position,
  ): NativeResource<A>;
  readonly definition: NativeTypeDefinition<A>;
  /** Returns a reference to a resource of this type, which may be declared elsewhere. */
  ref(title: string): Reference;
}

/**
 * Creates a native type from a table of its attributes.
 * @param name The name as Puppet spells it: `glance_api_config`.
 * @example
 * export class Motd extends nativeType('motd', { path: title('…'), text: property(string, '…') }, { doc: '…' }) {}
 */
export function nativeType<const A extends AttributeTable>(
  name: string,
  attributes: A,
  options: NativeTypeOptions<A>,
): NativeType<A> {
  const titleAttribute = Object.keys(attributes).find(
    (key) => ensureDefined(attributes[key]).role === 'title',
  );
  if (titleAttribute === undefined) throw new TypeError(`the type ${name} has no title attribute`);
  const definition: NativeTypeDefinition<A> = { ...options, name, attributes, titleAttribute };
  return class extends NativeResource<A> {
    static readonly definition = definition;

    constructor(
      scope: Scope,
      resourceTitle: string,
      given: AttributesOf<A> & Metaparameters = {},
      position = positionIn(scope, new.target),
    ) {
      super(scope, definition, resourceTitle, given, position);
    }

    static ref(resourceTitle: string): Reference {
      return new Reference(name, resourceTitle);
    }
  };
}
