import { oneOf, type ValueType } from '../../catalog/index.js';
import { shortTypes } from './key-types.js';

/** The type of a key: under its own name, or the short one. */
export function keyType(types: readonly string[]): ValueType<string> {
  return {
    ...oneOf(...types),
    munge: (value) => (typeof value === 'string' ? (shortTypes[value] ?? value) : value),
  };
}
