/**
 * Whether a setting has the desired values, in any order: a setting that is written several times in a configuration file
 * is a multiset of values.
 */
export function hasSameValues(is: readonly string[], desired: readonly string[]): boolean {
  if (is.length !== desired.length) return false;
  if (is.length === 1) return is[0] === desired[0];
  const sorted = [...desired].sort();
  return [...is].sort().every((value, index) => value === sorted[index]);
}
