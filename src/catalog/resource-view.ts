import type { Place } from '../errors/place.js';
import type { LogLevel, Retry } from './metaparameter-table.js';
import type { Provenance } from './provenance.js';

/** A resource of a compiled catalog, as the functions of its native type see it. */
export interface ResourceView {
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
