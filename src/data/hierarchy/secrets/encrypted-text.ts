/** A value in a data file that only the owner of a key can read: `ENC[PKCS7,…]` or `ENC[AGE,…]`. */
export interface Encrypted {
  readonly method: string;
  /** In base64, without blanks. */
  readonly content: string;
}

const token = /ENC\[(?:([A-Za-z0-9]+),)?([A-Za-z0-9+/=\s]+?)\]/g;

/** Whether text contains an encrypted part. */
export function isEncrypted(text: string): boolean {
  return text.includes('ENC[') && text.search(token) !== -1;
}

/** Returns every encrypted part of a text. */
export function findEncryptedParts(text: string): Encrypted[] {
  return [...text.matchAll(token)].map(toEncrypted);
}

/** Replaces each encrypted part of a text. */
export function replaceEncrypted(text: string, clear: (part: Encrypted) => string): string {
  return text.replace(token, (...match) => clear(toEncrypted(match)));
}

function toEncrypted(match: readonly unknown[]): Encrypted {
  const [, method, content] = match;
  // Old tools omit the method if it is PKCS7.
  return {
    method: typeof method === 'string' ? method.toUpperCase() : 'PKCS7',
    content: String(content).replace(/\s/g, ''),
  };
}

/** Formats encrypted content for a data file. */
export function formatEncrypted(method: 'AGE' | 'PKCS7', content: Uint8Array): string {
  return `ENC[${method},${Buffer.from(content).toString('base64')}]`;
}
