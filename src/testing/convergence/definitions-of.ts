import type { NativeTypeDefinition } from '../../catalog/native-type-definition.js';
import type { Declarable } from '../declarable.js';

/** Returns the definitions of types, by name. */
export function definitionsOf(types: readonly Declarable[]): ReadonlyMap<string, NativeTypeDefinition> {
  return new Map(types.map(({ definition }) => [definition.name, definition as NativeTypeDefinition]));
}
