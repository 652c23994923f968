import type { Found } from './hierarchy/lookup-result.js';
import type { Merge } from './hierarchy/merging/merge-options.js';

/** Data that records the source of its values, such as a hierarchy of files. */
export interface DataSource {
  /**
   * Looks up a key; dots in it lead into the value.
   * @returns undefined if no file contains it.
   * @throws {GlanceApplyError} if the value that was found cannot be evaluated.
   */
  lookup(key: string, options?: { readonly merge?: Merge | undefined }): Found | undefined;
}
