import type { Place } from '../errors/place.js';
import type { Reference } from './reference.js';

/** The source of the value of an attribute. */
export interface ValueSource {
  /**
   * - `given`: by the declaration itself;
   * - `collector`: by a collector that overrides what the declaration says;
   * - `data`: looked up for a parameter of a class;
   * - `title`: read out of the title;
   * - `default`: by the type or class, because nothing else gave a value.
   */
  readonly kind: 'given' | 'collector' | 'data' | 'title' | 'default';
  readonly place: Place | undefined;
  /** The collector in Puppet's spelling, or the level of the data. */
  readonly by?: string | undefined;
}

/** Why a resource is in the catalog, and where its values are from. Computed on demand. */
export interface Provenance {
  /** What declared it; of a class, what included it first. Undefined for `Class[main]`. */
  readonly declaredBy: Reference | undefined;
  /** What made it real, where it was declared as virtual. */
  readonly realizedBy:
    | { readonly collector: string | undefined; readonly place: Place | undefined }
    | undefined;
  sourceOf(attribute: string): ValueSource;
}
