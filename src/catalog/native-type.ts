import { acrossCopies } from '../errors/across-copies.js';
import type { Attribute, AttributesOf, AttributeTable, WantedOf } from './attribute.js';
import type { CatalogResource } from './catalog.js';
import type { Container } from './container.js';
import type { Examined, Remark } from './examine.js';
import type { Metaparameters } from './metaparameters.js';
import type { PathUse } from './path-use.js';
import { type Position, positionIn } from './position.js';
import { Reference } from './reference.js';
import { Resource } from './resource.js';
import { withLiteralsConcealed } from './secret-attributes.js';

/** What a type's automatic relationships may ask of the catalog that they are found in. */
export interface CatalogView {
  /** Whether a resource of this type and title, alias or namevar is there. */
  has(type: string, title: string): boolean;
  /** All resources of a type. */
  all(type: string): readonly Pick<CatalogResource, 'title' | 'name' | 'wanted'>[];
}

/** Names resources that exist or not: automatic relationships with what is missing are left out. */
export type AutoRelations<A extends AttributeTable> = (
  wanted: WantedOf<A>,
  catalog: CatalogView,
) => Iterable<Reference>;

/** What can be said of a native type beside its attributes. */
export interface NativeTypeOptions<A extends AttributeTable> {
  /** What the type is for, in a sentence or two. */
  readonly doc: string;
  /** Reads attributes out of a title, for types with composite names; a text is the reason why it cannot. */
  readonly parseTitle?: (title: string) => Readonly<Record<string, unknown>> | string;
  /**
   * The name of the thing on the host where several attributes make it: two users of one name in two domains are
   * two users. @default the title attribute's value
   */
  readonly nameOf?: (wanted: WantedOf<A>) => string;
  /** Settles what several attributes mean together, once, when the catalog is compiled. */
  readonly normalize?: (wanted: WantedOf<A>) => WantedOf<A>;
  /** Attributes that Puppet's type has for other systems alone, and for which: they are refused in these words. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** Complaints about attributes that contradict each other. */
  readonly validate?: (wanted: WantedOf<A>) => Iterable<string>;
  /** Looks at all resources of the type in a finished catalog, and says what should not stay as it is. */
  readonly examine?: (resources: readonly CatalogResource[], catalog: Examined) => Iterable<Remark>;
  /** Resources that it is nothing without: where one is not declared, the catalog is refused. */
  readonly refersTo?: (wanted: WantedOf<A>) => Iterable<Reference>;
  /** The attributes whose values are secret in this resource, beside those whose type says so. */
  readonly secrets?: (wanted: WantedOf<A>) => Iterable<keyof A & string>;
  /** What the resource is about, for types whose title does not say it: no two resources may share it. */
  readonly identity?: (wanted: WantedOf<A>) => string;
  /** What it does with which paths of the host: relations follow from that. */
  readonly paths?: (wanted: WantedOf<A>) => Iterable<PathUse>;
  readonly autorequire?: AutoRelations<A>;
  readonly autobefore?: AutoRelations<A>;
  readonly autonotify?: AutoRelations<A>;
  readonly autosubscribe?: AutoRelations<A>;
  /**
   * What it does that the catalog does not say, so that its place in the manifest counts where no relation says more:
   * - `opaque`: nobody knows what it reads and changes, as of a command: it keeps its place among its neighbours;
   * - `supplies`: it brings files, accounts or programs, as a package does: it comes before what is declared below it;
   * - `consumes`: it uses what is there when its turn comes, as a service does: it comes after what is declared above it.
   * @default none
   */
  readonly effects?: 'opaque' | 'supplies' | 'consumes';
  /** Two resources may be about the same thing on the host: exec and notify. @default false */
  readonly several?: boolean;
  /** No state of its own: it only orders others and passes refreshes on, as an anchor does. @default false */
  readonly transparent?: boolean;
}

/** All that is known of a native type. */
export interface NativeTypeDefinition<A extends AttributeTable = AttributeTable>
  extends NativeTypeOptions<A> {
  readonly name: string;
  readonly attributes: A;
  /** The attribute that names the thing on the host. */
  readonly titleAttribute: string;
}

/** A resource of a native type, as it was declared. */
export class NativeResource<A extends AttributeTable = AttributeTable> extends Resource {
  static {
    acrossCopies(NativeResource, 'native-resource');
  }

  constructor(
    scope: Container,
    readonly definition: NativeTypeDefinition<A>,
    title: string,
    attributes: Readonly<Record<string, unknown>>,
    position: Position,
  ) {
    super(scope, definition.name, title, withLiteralsConcealed(attributes, definition.attributes), position);
    scope.compilation.add(this);
  }
}

/** The class of a native type: `new Type(scope, title, attributes)` declares a resource of it. */
export interface NativeType<A extends AttributeTable = AttributeTable> {
  new (
    scope: Container,
    title: string,
    attributes?: AttributesOf<A> & Metaparameters,
    position?: Position,
  ): NativeResource<A>;
  readonly definition: NativeTypeDefinition<A>;
  /** Names a resource of this type that may be declared elsewhere. */
  ref(title: string): Reference;
}

/**
 * Makes a native type of a table of its attributes.
 * @param name As Puppet spells it: `glance_api_config`.
 * @example
 * export class Motd extends nativeType('motd', { path: title('…'), text: property(string, '…') }, { doc: '…' }) {}
 */
export function nativeType<const A extends AttributeTable>(
  name: string,
  attributes: A,
  options: NativeTypeOptions<A>,
): NativeType<A> {
  const titleAttribute = Object.keys(attributes).find(
    (key) => (attributes[key] as Attribute<unknown, unknown>).role === 'title',
  );
  if (titleAttribute === undefined) throw new TypeError(`the type ${name} has no title attribute`);
  const definition: NativeTypeDefinition<A> = { ...options, name, attributes, titleAttribute };
  return class extends NativeResource<A> {
    static readonly definition = definition;

    constructor(
      scope: Container,
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
