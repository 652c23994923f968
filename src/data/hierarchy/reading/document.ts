import type { Place } from '../../../errors/place.js';

/**
 * What a data file says. Hashes are maps, so that no key means anything to JavaScript and all keep their order;
 * everything else is plain data.
 */
export interface DataDocument {
  readonly root: ReadonlyMap<string, unknown>;
  /** Where each key of the root stands. */
  readonly places: ReadonlyMap<string, Place>;
  /** Where the hashes inside begin. */
  readonly hashes: WeakMap<object, Place>;
}
