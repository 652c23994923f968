import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { codeOf } from '../../../errors/error-code.js';
import { type DerElement, derTag, readDer, readOctets } from './der.js';

/** Content encryption of RFC 5652 messages, by the object identifier's bytes. */
const ciphers: Readonly<Record<string, string>> = {
  '2a864886f70d0307': 'des-ede3-cbc',
  '60864801650304012a': 'aes-256-cbc',
  '608648016503040116': 'aes-192-cbc',
  '608648016503040102': 'aes-128-cbc',
};

/**
 * Decrypts an enveloped PKCS #7 message (RFC 5652), as created by hiera-eyaml and `openssl cms -encrypt`: RSA for the
 * key, a block cipher for the content. The key may belong to any of its recipients.
 * @throws {Error} if it is not such a message, or no recipient has this key; never with the content.
 */
export function openPkcs7(message: Buffer, privateKey: string | Buffer): Buffer {
  const [contentInfo] = readDer(message);
  const [, wrapped] = readDer(contentInfo?.content ?? Buffer.alloc(0));
  const [envelope] = readDer(wrapped?.content ?? Buffer.alloc(0));
  const parts = readDer(envelope?.content ?? Buffer.alloc(0));
  const recipients = parts.find(({ tag }) => tag === derTag.set);
  const encrypted = parts.find(({ tag }, index) => tag === derTag.sequence && index > 1);
  if (recipients === undefined || encrypted === undefined)
    throw new Error('not an enveloped PKCS #7 message');
  const [, algorithm, content] = readDer(encrypted.content);
  const [identifier, vector] = readDer(algorithm?.content ?? Buffer.alloc(0));
  const cipher = ciphers[identifier?.content.toString('hex') ?? ''];
  if (cipher === undefined || vector === undefined || content === undefined) {
    throw new Error('its cipher is not supported');
  }
  for (const recipient of readDer(recipients.content)) {
    const key = unwrapKey(readDer(recipient.content), privateKey);
    if (key === undefined) continue;
    try {
      const decipher = createDecipheriv(cipher, key, vector.content);
      return Buffer.concat([decipher.update(readOctets(content)), decipher.final()]);
    } catch {
      // The key of another recipient unwraps to an invalid key.
    }
  }
  throw new Error('the key does not belong to a recipient');
}

/** Returns the content's key, for a recipient who is identified by a certificate. */
function unwrapKey(recipient: readonly DerElement[], privateKey: string | Buffer): Buffer | undefined {
  const wrapped = recipient.find(({ tag }) => tag === derTag.octets);
  if (wrapped === undefined) return undefined;
  try {
    // Without padding: Node rejects PKCS #1 v1.5 padding, to protect servers from padding oracles.
    const block = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, wrapped.content);
    const end = block.indexOf(0, 2);
    return block[0] === 0 && block[1] === 2 && end >= 10 ? block.subarray(end + 1) : undefined;
  } catch (error) {
    if (codeOf(error) === 'ERR_OSSL_UNSUPPORTED') throw new Error('the private key cannot be read');
    return undefined;
  }
}
