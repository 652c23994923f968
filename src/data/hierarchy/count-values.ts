/** As many values as the files of a node may make of one: far more than anybody writes by hand. */
export const MAX_VALUES = 500_000;

const known = new WeakMap<object, number>();

/**
 * How many values a value has in it, counting again what stands in several of its places: aliases make much of little,
 * and whoever goes through it afterwards meets all of it.
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
