import type { Place } from '../../errors/place.js';

/** A value of a data file, and where it stands. */
export interface LocatedValue {
  readonly value: unknown;
  readonly place: Place | undefined;
  /** What a hash holds; undefined where the value is none. */
  readonly members: readonly LocatedMember[] | undefined;
  /** What a list holds; undefined where the value is none. */
  readonly items: readonly LocatedValue[] | undefined;
}

/** A key of a hash, where it stands, and its value. */
export interface LocatedMember {
  readonly key: string;
  readonly place: Place | undefined;
  readonly value: LocatedValue;
}

/** Plain data, which stands nowhere. */
export function locatePlain(value: unknown): LocatedValue {
  const list = Array.isArray(value);
  const hash = typeof value === 'object' && value !== null && !list;
  return {
    value,
    place: undefined,
    members: hash
      ? Object.entries(value).map(([key, one]) => ({ key, place: undefined, value: locatePlain(one) }))
      : undefined,
    items: list ? value.map(locatePlain) : undefined,
  };
}
