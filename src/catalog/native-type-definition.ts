import type { AttributeTable, DesiredOf } from './attribute.js';
import type { LintContext, LintFinding } from './lint-finding.js';
import type { PathUse } from './path-use.js';
import type { Reference } from './reference.js';
import type { ResourceView } from './resource-view.js';

/** What the automatic relations of a type can query about the catalog. */
export interface CatalogView {
  /** Returns whether a resource of this type with this title, alias or namevar exists. */
  has(type: string, title: string): boolean;
  /** Returns all resources of a type. */
  all(type: string): readonly Pick<ResourceView, 'title' | 'name' | 'desired'>[];
}

/** Returns references to resources that may not exist: automatic relations with missing resources are left out. */
export type AutoRelations<A extends AttributeTable> = (
  desired: DesiredOf<A>,
  catalog: CatalogView,
) => Iterable<Reference>;

/** Options of a native type. */
export interface NativeTypeOptions<A extends AttributeTable> {
  /** What the type is for, in one or two sentences. */
  readonly doc: string;
  /** Parses attributes from a title, for types with composite names; returns a string with the reason if it cannot. */
  readonly parseTitle?: (title: string) => Readonly<Record<string, unknown>> | string;
  /**
   * Returns the namevar if it consists of several attributes: two users with the same name in different domains are
   * different users.
   * @default the value of the title attribute
   */
  readonly nameOf?: (desired: DesiredOf<A>) => string;
  /** Combines attributes that depend on each other, once, when the catalog is compiled. */
  readonly normalize?: (desired: DesiredOf<A>) => DesiredOf<A>;
  /**
   * Attributes that Puppet's type only supports on other operating systems, with the description of these systems in
   * the error message.
   */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** Returns errors about attributes that contradict each other. */
  readonly validate?: (desired: DesiredOf<A>) => Iterable<string>;
  /** Inspects all resources of the type in a finished catalog, and returns what should be changed. */
  readonly lint?: (resources: readonly ResourceView[], catalog: LintContext) => Iterable<LintFinding>;
  /** Returns resources that this one cannot do without: if one of them is not declared, the catalog is refused. */
  readonly refersTo?: (desired: DesiredOf<A>) => Iterable<Reference>;
  /** Returns the attributes whose values are secret in this resource, in addition to those whose type is secret. */
  readonly secrets?: (desired: DesiredOf<A>) => Iterable<keyof A & string>;
  /** Returns what the resource manages, for types whose title does not identify it: no two resources may share it. */
  readonly identity?: (desired: DesiredOf<A>) => string;
  /** Returns what the resource does with which paths of the host: automatic relations are derived from that. */
  readonly paths?: (desired: DesiredOf<A>) => Iterable<PathUse>;
  readonly autorequire?: AutoRelations<A>;
  readonly autobefore?: AutoRelations<A>;
  readonly autonotify?: AutoRelations<A>;
  readonly autosubscribe?: AutoRelations<A>;
  /**
   * What the resource does that the catalog does not express, so that its position in the manifest counts unless a
   * relation determines the order:
   * - `opaque`: what it reads and changes is unknown, as with a command: it keeps its position relative to the
   *   resources around it;
   * - `supplies`: it provides files, accounts or programs, as a package does: it is applied before what is declared
   *   below it;
   * - `consumes`: it uses what exists when it is applied, as a service does: it is applied after what is declared above
   *   it.
   * @default none
   */
  readonly effects?: 'opaque' | 'supplies' | 'consumes';
  /** Whether two resources may manage the same thing on the host, as with exec and notify. @default false */
  readonly several?: boolean;
  /**
   * Whether it has no state of its own and only orders others and passes refreshes on, as an anchor does.
   * @default false
   */
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
