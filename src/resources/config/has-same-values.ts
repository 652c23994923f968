/**
 * Whether a setting has the values that are wanted, in any order: what is written several times in a
 * configuration file is a set of values, each as often as it is there.
 */
export function hasSameValues(is: readonly string[], wanted: readonly string[]): boolean {
  if (is.length !== wanted.length) return false;
  if (is.length === 1) return is[0] === wanted[0];
  const sorted = [...wanted].sort();
  return [...is].sort().every((value, index) => value === sorted[index]);
}
