import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import { EncryptedValue } from '../variables/encrypted-value.js';
import { isEncrypted, type Vault } from './vault.js';

/** The text of a file, and whether it was encrypted as a whole. */
export interface ClearText {
  readonly text: string;
  readonly isConfidential: boolean;
}

/**
 * Decrypts the text of a file if Ansible Vault encrypted it.
 * @throws {GlanceApplyError} if it cannot be decrypted.
 */
export function decryptFile(text: string, file: string, vault: Vault): ClearText {
  if (!isEncrypted(text)) return { text, isConfidential: false };
  try {
    return { text: vault.decrypt(new EncryptedValue(text)), isConfidential: true };
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    throw new GlanceApplyError(
      error.diagnostics.map((one) => ({
        ...one,
        message: `cannot read this file: ${one.message}`,
        location: { file, line: 1 },
      })),
    );
  }
}
