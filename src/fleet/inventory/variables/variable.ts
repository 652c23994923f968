import type { SourceLocation } from '../../../errors/source-location.js';
import { Secret } from '../../../secrets/secret.js';
import type { Problems } from '../problems.js';
import { EncryptedValue } from './encrypted-value.js';
import type { RawValue } from './raw-value.js';

/** A variable as one group or host defines it. */
export interface Variable {
  readonly value: RawValue;
  readonly location: SourceLocation;
  /** Who defines it, in words: `group web`, `host db01`. */
  readonly owner: string;
}

/** The variables of one group or host from one source, by name. */
export type Layer = ReadonlyMap<string, Variable>;

/** Names of variables by which Ansible logs in or becomes another user. */
const secretName = /^ansible_(?:\w+_)?(?:pass|password|passphrase|secret|token)$/;

/**
 * Creates a variable. Passwords for logins become secrets at once.
 * @param isConfidential Whether it comes from an encrypted file.
 */
export function createVariable(
  name: string,
  value: RawValue,
  source: { readonly location: SourceLocation; readonly owner: string },
  problems: Problems,
  isConfidential = false,
): Variable {
  if (!isConfidential && !secretName.test(name)) return { value, ...source };
  if (typeof value === 'string' && /\n$/.test(value)) warnOfNewline(name, source.location, problems);
  return {
    value: value instanceof EncryptedValue || Secret.is(value) ? value : new Secret<RawValue>(value),
    ...source,
  };
}

/** Warns of a password that ends with a line break, which `echo` or a block of YAML adds unnoticed. */
function warnOfNewline(name: string, location: SourceLocation, problems: Problems): void {
  problems.warn('inventory.newline', `the value of ${name} ends with a line break`, {
    location,
    hint: 'in YAML, begin the block with |- instead of |; encrypt with printf instead of echo',
  });
}
