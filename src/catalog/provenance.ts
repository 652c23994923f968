import type { Place } from '../errors/place.js';
import type { Reference } from './reference.js';

/** Where the value of an attribute comes from. */
export interface ValueSource {
  /**
   * - `given`: by the declaration itself;
   * - `collector`: by a collector that overrides what the declaration says;
   * - `data`: looked up for a parameter of a class;
   * - `title`: read out of the title;
   * - `default`: by the type or class, because nobody said anything.
   */
  readonly kind: 'given' | 'collector' | 'data' | 'title' | 'default';
  readonly place: Place | undefined;
  /** The collector in Puppet's spelling, or the level of the data. */
  readonly by?: string | undefined;
}

/** Why a resource is in the catalog, and who gave its values. Looked up when it is asked for. */
export interface Provenance {
  /** What declared it; of a class, what included it first. Undefined for `Class[main]`. */
  readonly declaredBy: Reference | undefined;
  /** What made it real, where it was declared as virtual. */
  readonly realizedBy:
    | { readonly collector: string | undefined; readonly place: Place | undefined }
    | undefined;
  sourceOf(attribute: string): ValueSource;
}
