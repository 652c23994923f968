import type { Merge } from '../data/hierarchy/merging/merge-options.js';

/** What a manifest may say of a lookup beside the key and the type. */
export interface LookupOptions<Out> {
  /** How values of several levels become one. @default what `lookup_options` say, else the first value found */
  readonly merge?: Merge;
  /** The value where data has none, or `null`; a function is asked for it then only. @default none: it must be there */
  readonly default?: Out | (() => Out);
}
