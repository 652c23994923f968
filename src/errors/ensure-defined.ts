/**
 * A value that exists by the way the code around it works: an element at an index that was counted out, an entry that
 * was put into a map. A missing one is a fault of the code, and is reported where it occurs.
 */
export function ensureDefined<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('a value is missing that the code relies on');
  return value;
}
