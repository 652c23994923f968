import type { Facts } from '../data/facts.js';
import type { Release } from '../data/releases.js';
import type { Diagnostic } from '../errors/diagnostic.js';
import type { Place } from '../errors/place.js';
import type { LogLevel, Retry } from './metaparameters.js';
import type { NativeTypeDefinition } from './native-type.js';
import type { Provenance } from './provenance.js';
import { referenceKey } from './reference.js';
import type { Relation } from './relations.js';

/** A resource of a compiled catalog. */
export interface CatalogResource {
  /** Its place in `Catalog.resources`. */
  readonly index: number;
  /** In lower case; `class` for classes. */
  readonly type: string;
  readonly title: string;
  /** As people write it: `Service[glance-api]`. */
  readonly reference: string;
  /** What contains it; undefined for `Class[main]`. */
  readonly containers: readonly number[];
  /** The body that declared it; of a class, the one that included it first. Undefined for `Class[main]`. */
  readonly declaredIn: number | undefined;
  /** The attributes as declared, collectors' overrides included, relationships left out; secrets still tainted. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The definition of a native type; undefined for classes and defined types. */
  readonly definition: NativeTypeDefinition | undefined;
  /** The attributes of a native resource: munged, checked, defaults filled in; those in `secrets` are each a `Secret`. */
  readonly wanted: Readonly<Record<string, unknown>>;
  /** The attributes of `wanted` whose values must not be shown. */
  readonly secrets: ReadonlySet<string>;
  /** The name of the thing on the host. */
  readonly name: string;
  /** Its own, or that of what contains it; so is what follows. */
  readonly noop: boolean | undefined;
  readonly loglevel: LogLevel;
  /** The title of its schedule. */
  readonly schedule: string | undefined;
  readonly retry: Required<Retry>;
  readonly tags: ReadonlySet<string>;
  readonly place: Place | undefined;
  /** Why it is here, and who gave its values. */
  readonly provenance: Provenance;
}

/** What a manifest means for one node: resources, what contains what, and what comes before what. Immutable. */
export interface Catalog {
  readonly resources: readonly CatalogResource[];
  readonly relations: readonly Relation<number>[];
  readonly facts: Facts;
  readonly release: Release;
  readonly warnings: readonly Diagnostic[];
  /** A resource by type and title, alias or name on the host. */
  find(type: string, title: string): CatalogResource | undefined;
}

/** The index of a catalog: titles first, then aliases and names on the host. */
export function catalogIndex(
  resources: readonly CatalogResource[],
  aliases: ReadonlyMap<string, number>,
): Catalog['find'] {
  const byTitle = new Map(
    resources.map((resource) => [referenceKey(resource.type, resource.title), resource]),
  );
  return (type, title) => {
    const key = referenceKey(type, title);
    const alias = aliases.get(key);
    return byTitle.get(key) ?? (alias === undefined ? undefined : resources[alias]);
  };
}
