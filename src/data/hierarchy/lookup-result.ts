import type { SourceLocation } from '../../errors/source-location.js';
import type { MergeOptions } from './merging/merge-options.js';

/** The source of a value, or of a part of one. */
export interface Source {
  /** The key up to its first dot. */
  readonly key: string;
  readonly location: SourceLocation;
  /** The level's name in hiera.yaml. */
  readonly level: string;
  /** `global`, `environment`, or the module whose data it is. */
  readonly layer: string;
}

/** The result of a lookup. */
export interface Found {
  /** Plain data; values that were encrypted or read from a reference are `Secret`s. */
  readonly value: unknown;
  /** Every source that contributed to it, the most important first. */
  readonly sources: readonly Source[];
  readonly merge: MergeOptions;
}
