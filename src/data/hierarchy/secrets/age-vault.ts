import { raise } from '../../../errors/glance-apply-error.js';
import { Secret } from '../../../secrets/secret.js';
import { formatRecipients, type Recipient } from './recipients.js';

/** Where an age message can come from and who may read it. */
export interface AgeOptions {
  readonly identities: readonly string[];
  /** Those that the file of recipients names: a message itself does not say whose it is. */
  readonly recipients: readonly Recipient[];
}

/**
 * Holds what was encrypted with age, opened in advance: the library works asynchronously, and values are looked
 * up in the middle of a compilation. What could not be opened is complained of by whoever asks for it.
 */
export class AgeVault {
  readonly #clear = new Map<string, Secret<string>>();

  constructor(private readonly options: AgeOptions) {}

  /** Opens all contents that it can. */
  async fill(contents: Iterable<string>): Promise<void> {
    const { identities } = this.options;
    const waiting = [...new Set(contents)].filter((content) => !this.#clear.has(content));
    if (waiting.length === 0 || identities.length === 0) return;
    // Loaded here: most data has nothing that is encrypted.
    const { Decrypter } = await import('age-encryption');
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    for (const content of waiting) {
      try {
        this.#clear.set(content, new Secret(await decrypter.decrypt(Buffer.from(content, 'base64'), 'text')));
      } catch {
        // Nobody may ever ask for it.
      }
    }
  }

  /** @throws {GlanceApplyError} where it could not be opened. */
  open(content: string): Secret<string> {
    const clear = this.#clear.get(content);
    if (clear !== undefined) return clear;
    const { identities, recipients } = this.options;
    const readers = recipients.length === 0 ? '' : `; its recipients are ${formatRecipients(recipients)}`;
    return identities.length === 0
      ? raise('data.no-key', `it is encrypted, and there is no identity to read it with${readers}`, {
          hint: 'name the file of an identity with --identity, or in GLANCE_APPLY_IDENTITY_FILE',
        })
      : raise('data.encryption', `it is encrypted for others than the identity that is given${readers}`, {
          hint: 'have one of them add you with glance-apply data rotate, or name another identity with --identity',
        });
  }
}
