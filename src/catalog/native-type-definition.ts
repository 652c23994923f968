import type { AttributeTable, WantedOf } from './attribute.js';
import type { LintContext, LintFinding } from './lint-finding.js';
import type { PathUse } from './path-use.js';
import type { Reference } from './reference.js';
import type { ResourceView } from './resource-view.js';

/** What a type's automatic relationships may ask of the catalog that they are found in. */
export interface CatalogView {
  /** Whether a resource of this type and title, alias or namevar is there. */
  has(type: string, title: string): boolean;
  /** All resources of a type. */
  all(type: string): readonly Pick<ResourceView, 'title' | 'name' | 'wanted'>[];
}

/** Names resources that exist or not: automatic relationships with what is missing are left out. */
export type AutoRelations<A extends AttributeTable> = (
  wanted: WantedOf<A>,
  catalog: CatalogView,
) => Iterable<Reference>;

/** Options of a native type. */
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
  /** Combines attributes that depend on each other, once, when the catalog is compiled. */
  readonly normalize?: (wanted: WantedOf<A>) => WantedOf<A>;
  /** Attributes that Puppet's type has for other systems alone, and for which: they are refused in these words. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** Complaints about attributes that contradict each other. */
  readonly validate?: (wanted: WantedOf<A>) => Iterable<string>;
  /** Inspects all resources of the type in a finished catalog, and returns what should be changed. */
  readonly lint?: (resources: readonly ResourceView[], catalog: LintContext) => Iterable<LintFinding>;
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

/** The definition of a native type. */
export interface NativeTypeDefinition<A extends AttributeTable = AttributeTable>
  extends NativeTypeOptions<A> {
  readonly name: string;
  readonly attributes: A;
  /** The attribute that names the thing on the host. */
  readonly titleAttribute: string;
}
