/** The names of a constant table, typed as such: nothing is added to it, so that it has no others. */
export function keysOf<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[];
}
