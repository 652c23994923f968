import type { SourceLocation } from '../errors/source-location.js';
import type { Reference } from './reference.js';

/** The source of the value of an attribute. */
export interface ValueSource {
  /**
   * - `given`: by the declaration itself;
   * - `collector`: by a collector that overrides the declaration;
   * - `data`: looked up for a parameter of a class;
   * - `title`: parsed from the title;
   * - `default`: by the type or class, because no other source has a value.
   */
  readonly kind: 'given' | 'collector' | 'data' | 'title' | 'default';
  readonly location: SourceLocation | undefined;
  /** The collector in Puppet's spelling, or the level of the data. */
  readonly by?: string | undefined;
}

/** Why a resource is in the catalog, and where its values come from. Computed on demand. */
export interface Provenance {
  /** The resource that declared it; for a class, the one that included it first. Undefined for `Class[main]`. */
  readonly declaredBy: Reference | undefined;
  /** What realized it, if it was declared as virtual. */
  readonly realizedBy:
    | { readonly collector: string | undefined; readonly location: SourceLocation | undefined }
    | undefined;
  sourceOf(attribute: string): ValueSource;
}
