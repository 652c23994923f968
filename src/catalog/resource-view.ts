import type { SourceLocation } from '../errors/source-location.js';
import type { LogLevel, Retry } from './metaparameter-table.js';
import type { Provenance } from './provenance.js';

/** A resource of a compiled catalog, as the functions of its native type receive it. */
export interface ResourceView {
  /** Its index in `Catalog.resources`. */
  readonly index: number;
  /** In lower case; `class` for classes. */
  readonly type: string;
  readonly title: string;
  /** The reference as it is displayed: `Service[glance-api]`. */
  readonly reference: string;
  /** The indices of its containers; empty for `Class[main]`. */
  readonly containers: readonly number[];
  /** The resource whose body declared it; for a class, the one that included it first. Undefined for `Class[main]`. */
  readonly declaredIn: number | undefined;
  /**
   * The attributes as declared, including overrides of collectors, without relationships; secrets are still tainted.
   */
  readonly parameters: Readonly<Record<string, unknown>>;
  /**
   * The attributes of a native resource: munged, checked, defaults filled in; each of those in `secrets` is a `Secret`.
   */
  readonly desired: Readonly<Record<string, unknown>>;
  /** The attributes of `desired` whose values must not be displayed. */
  readonly secrets: ReadonlySet<string>;
  /** The name of the thing on the host. */
  readonly name: string;
  /** Its own value, or that of its container; the same applies to the properties below. */
  readonly noop: boolean | undefined;
  readonly loglevel: LogLevel;
  /** The title of its schedule. */
  readonly schedule: string | undefined;
  readonly retry: Required<Retry>;
  readonly tags: ReadonlySet<string>;
  readonly location: SourceLocation | undefined;
  /** Why it is in the catalog, and where its values come from. */
  readonly provenance: Provenance;
}
