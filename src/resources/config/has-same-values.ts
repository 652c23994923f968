/**
 * Whether a setting has the desired values, in any order: a setting that is written several times in a configuration file
 * is a multiset of values.
 */
export function hasSameValues(is: readonly string[], wanted: readonly string[]): boolean {
  if (is.length !== wanted.length) return false;
  if (is.length === 1) return is[0] === wanted[0];
  const sorted = [...wanted].sort();
  return [...is].sort().every((value, index) => value === sorted[index]);
}
