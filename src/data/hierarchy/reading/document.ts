import type { Place } from '../../../errors/place.js';

/**
 * What a data file says. Hashes are maps, so that no key means anything to JavaScript and all keep their order;
 * everything else is plain data.
 */
export interface DataDocument {
  readonly root: RootHash;
  /** Where each key of the root stands. */
  readonly places: ReadonlyMap<string, Place>;
  /** Where the hashes inside begin. */
  readonly hashes: WeakMap<object, Place>;
  /** False where no value can be encrypted, or a part of it. */
  readonly mayBeEncrypted: boolean;
}

/** The outermost hash of a file: as much of a map as is asked of it. */
export type RootHash = Pick<ReadonlyMap<string, unknown>, 'get' | 'has' | typeof Symbol.iterator>;

/** Whether the sign of encrypted values stands somewhere in a text that is written without escapes. */
export function mayBeEncrypted(text: string): boolean {
  return text.includes('ENC[');
}
