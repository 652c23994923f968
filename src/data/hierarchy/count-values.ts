/** The number of values that one value may expand to: far more than anyone writes by hand. */
export const MAX_VALUES = 500_000;

const known = new WeakMap<object, number>();

/**
 * Counts the values in a value, shared ones once per occurrence: aliases expand, and later code visits every
 * occurrence.
 */
export function countValues(value: unknown): number {
  if (!Array.isArray(value) && !(value instanceof Map)) return 1;
  let weight = known.get(value);
  if (weight === undefined) {
    weight = 1;
    for (const one of value.values()) weight += countValues(one);
    known.set(value, weight);
  }
  return weight;
}
