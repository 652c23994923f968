import type { Secret } from '../../../secrets/secret.js';
import type { EncryptedValue } from './encrypted-value.js';

/** A value as an inventory contains it: templates are not yet refused, and encrypted values not yet decrypted. */
export type RawValue =
  | null
  | boolean
  | number
  | string
  | LiteralText
  | EncryptedValue
  | Secret<RawValue>
  | readonly RawValue[]
  | { readonly [name: string]: RawValue };

/** A string that is not a template, even if it looks like one: `!unsafe` in YAML. */
export class LiteralText {
  constructor(readonly text: string) {}
}
