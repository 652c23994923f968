import { isHash } from '../../data/is-hash.js';
import type { SourceLocation } from '../../errors/source-location.js';

/** A value of a data file, and its source location. */
export interface LocatedValue {
  readonly value: unknown;
  readonly location: SourceLocation | undefined;
  /** The members of a hash; undefined if the value is not a hash. */
  readonly members: readonly LocatedMember[] | undefined;
  /** The items of a list; undefined if the value is not a list. */
  readonly items: readonly LocatedValue[] | undefined;
}

/** A key of a hash, its source location, and its value. */
export interface LocatedMember {
  readonly key: string;
  readonly location: SourceLocation | undefined;
  readonly value: LocatedValue;
}

/** Wraps plain data, which has no source location. */
export function locatePlain(value: unknown): LocatedValue {
  return {
    value,
    location: undefined,
    members: isHash(value)
      ? Object.entries(value).map(([key, one]) => ({ key, location: undefined, value: locatePlain(one) }))
      : undefined,
    items: Array.isArray(value) ? value.map(locatePlain) : undefined,
  };
}
