/** Types or classes by Puppet's names. */
export function indexByName<T extends { readonly definition: { readonly name: string } }>(
  types: readonly { readonly definition: { readonly name: string } }[],
): ReadonlyMap<string, T> {
  // Whoever looks types up by name has plain data in hand: their tables of attributes are checked at run time.
  return new Map(types.map((type) => [type.definition.name, type as T]));
}
