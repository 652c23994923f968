import type { SourceLocation } from '../../../errors/source-location.js';
import type { EncryptedValue } from '../variables/encrypted-value.js';
import type { LiteralText, RawValue } from '../variables/raw-value.js';

/** A value of a YAML or JSON file, with the locations of what messages may refer to. */
export type YamlValue =
  | null
  | boolean
  | number
  | string
  | LiteralText
  | EncryptedValue
  | readonly YamlValue[]
  | YamlHash;

/** A hash of a YAML or JSON file. */
export class YamlHash {
  readonly members = new Map<string, YamlMember>();

  constructor(readonly location: SourceLocation) {}
}

/** A key with its value. */
export interface YamlMember {
  /** The location of the key. */
  readonly location: SourceLocation;
  /** False for a key such as `1` or `yes`, which YAML reads as a number or a boolean. */
  readonly isString: boolean;
  readonly value: YamlValue;
}

/** Returns a value without its locations. */
export function toRawValue(value: YamlValue): RawValue {
  if (value instanceof YamlHash)
    return Object.fromEntries(Array.from(value.members, ([key, member]) => [key, toRawValue(member.value)]));
  return isList(value) ? value.map(toRawValue) : value;
}

/** Describes the type of a value for a message: never the value itself. */
export function describeKind(value: YamlValue): string {
  if (value === null) return 'nothing';
  if (value instanceof YamlHash) return 'a hash';
  if (isList(value)) return 'a list';
  return typeof value === 'number' || typeof value === 'boolean' ? `a ${typeof value}` : 'a string';
}

/** `Array.isArray` does not narrow a union that contains a list of read-only elements. */
function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
