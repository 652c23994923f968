import type { Recipient } from './recipients.js';

/** Encrypts for recipients of age. */
export type Encrypt = (clear: string) => Promise<Uint8Array>;

/** Makes an encryption for all of these recipients; any one of them can read what comes out. */
export async function encryptFor(recipients: readonly Recipient[]): Promise<Encrypt> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const { key } of recipients) encrypter.addRecipient(key);
  return (clear) => encrypter.encrypt(clear);
}

/** Makes an identity, and says which recipient it is. */
export async function generateIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
