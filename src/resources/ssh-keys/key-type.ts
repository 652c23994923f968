import { oneOf, type ValueType } from '../../catalog/index.js';
import { shortTypes } from './key-types.js';

/** Returns the type of values for a type of key, by its full or its short name. */
export function keyType(types: readonly string[]): ValueType<string> {
  return {
    ...oneOf(...types),
    munge: (value) => (typeof value === 'string' ? (shortTypes[value] ?? value) : value),
  };
}
