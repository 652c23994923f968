import { raise } from '../../../errors/glance-apply-error.js';
import { Secret } from '../../../secrets/secret.js';
import { formatRecipients, type Recipient } from './recipients.js';

/** The keys for age messages, and the recipients for error messages. */
export interface AgeOptions {
  readonly identities: readonly string[];
  /** The recipients in `recipients.txt`: a message itself does not name them. */
  readonly recipients: readonly Recipient[];
}

/**
 * The values that age encrypted, decrypted in advance: the library is asynchronous, and lookups during a compilation
 * are synchronous. A value that could not be decrypted is an error only if it is looked up.
 */
export class AgeVault {
  readonly #clear = new Map<string, Secret<string>>();

  constructor(private readonly options: AgeOptions) {}

  /** Decrypts all contents that the identities can decrypt. */
  async fill(contents: Iterable<string>): Promise<void> {
    const { identities } = this.options;
    const waiting = [...new Set(contents)].filter((content) => !this.#clear.has(content));
    if (waiting.length === 0 || identities.length === 0) return;
    // Loaded on demand: most data contains no encrypted values.
    const { Decrypter } = await import('age-encryption');
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    for (const content of waiting) {
      try {
        this.#clear.set(content, new Secret(await decrypter.decrypt(Buffer.from(content, 'base64'), 'text')));
      } catch {
        // It may never be looked up.
      }
    }
  }

  /** @throws {GlanceApplyError} if it could not be decrypted. */
  open(content: string): Secret<string> {
    const clear = this.#clear.get(content);
    if (clear !== undefined) return clear;
    const { identities, recipients } = this.options;
    const readers = recipients.length === 0 ? '' : `; its recipients are ${formatRecipients(recipients)}`;
    return identities.length === 0
      ? raise('data.no-key', `it is encrypted, and no identity is available to decrypt it${readers}`, {
          hint: 'pass the file of an identity with --identity, or set GLANCE_APPLY_IDENTITY_FILE',
        })
      : raise('data.encryption', `it is not encrypted for the given identity${readers}`, {
          hint: 'ask a recipient to add you with glance-apply data rotate, or pass another identity with --identity',
        });
  }
}
