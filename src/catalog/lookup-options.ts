import type { Merge } from '../data/hierarchy/merging/merge-options.js';

/** Options of a lookup besides the key and the type. */
export interface LookupOptions<Out> {
  /** How the values of several levels are merged. @default as in `lookup_options`, else the first value found */
  readonly merge?: Merge;
  /**
   * The value if data has none, or `null`; a function is called only in that case.
   * @default none: a value is required
   */
  readonly default?: Out | (() => Out);
}
