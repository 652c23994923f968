import type { Recipient } from './recipients.js';

/** Encrypts a value for age recipients. */
export type Encrypt = (clear: string) => Promise<Uint8Array>;

/** Creates an encryption for these recipients; each of them can decrypt the result. */
export async function encryptFor(recipients: readonly Recipient[]): Promise<Encrypt> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const { key } of recipients) encrypter.addRecipient(key);
  return (clear) => encrypter.encrypt(clear);
}

/** Generates an identity and its recipient. */
export async function generateIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
