/** Indexes types or classes by Puppet's names. */
export function indexByName<T extends { readonly definition: { readonly name: string } }>(
  types: readonly { readonly definition: { readonly name: string } }[],
): ReadonlyMap<string, T> {
  // Callers that look up types by name have untyped data: attributes are then checked at run time.
  return new Map(types.map((type) => [type.definition.name, type as T]));
}
