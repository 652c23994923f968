import type { Found } from './hierarchy/lookup-result.js';
import type { Merge } from './hierarchy/merging/merge-options.js';

/** Data that knows where its values come from, such as a hierarchy of files. */
export interface DataSource {
  /**
   * Looks a key up; dots in it lead into the value.
   * @returns undefined where nothing has it.
   * @throws {GlanceApplyError} where what is found cannot be made a value.
   */
  lookup(key: string, options?: { readonly merge?: Merge | undefined }): Found | undefined;
}
