import type { SourceLocation } from '../../../errors/source-location.js';

/**
 * The content of a data file. Hashes are maps, so that no key has a meaning in JavaScript and all keep their order;
 * everything else is plain data.
 */
export interface DataDocument {
  readonly root: RootHash;
  /** The location of each key of the root. */
  readonly locations: ReadonlyMap<string, SourceLocation>;
  /** Where the nested hashes begin. */
  readonly hashes: WeakMap<object, SourceLocation>;
  /** False if no value can contain an encrypted part. */
  readonly mayBeEncrypted: boolean;
}

/** The outermost hash of a file, with the methods of a map that are used. */
export type RootHash = Pick<ReadonlyMap<string, unknown>, 'get' | 'has' | typeof Symbol.iterator>;

/** Whether text without escapes contains the mark of encrypted values. */
export function mayBeEncrypted(text: string): boolean {
  return text.includes('ENC[');
}
