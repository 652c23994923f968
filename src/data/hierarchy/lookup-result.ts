import type { Place } from '../../errors/place.js';
import type { MergeOptions } from './merging/merge-options.js';

/** Where a value, or a part of one, comes from. */
export interface Source {
  /** The key without what follows its first dot. */
  readonly key: string;
  readonly place: Place;
  /** The level's name in hiera.yaml. */
  readonly level: string;
  /** `global`, `environment`, or the module whose data it is. */
  readonly layer: string;
}

/** What a lookup found. */
export interface Found {
  /** Plain data; what was encrypted or taken from a reference is a `Secret`. */
  readonly value: unknown;
  /** Every place that contributed to it, the most important first. */
  readonly sources: readonly Source[];
  readonly merge: MergeOptions;
}
