import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { type DerElement, derTag, readDer, readOctets } from './der.js';

/** Content encryption of RFC 5652 messages, by the object identifier's bytes. */
const ciphers: Readonly<Record<string, string>> = {
  '2a864886f70d0307': 'des-ede3-cbc',
  '60864801650304012a': 'aes-256-cbc',
  '608648016503040116': 'aes-192-cbc',
  '608648016503040102': 'aes-128-cbc',
};

/**
 * Opens an enveloped message of PKCS #7 (RFC 5652), as hiera-eyaml and `openssl cms -encrypt` make them: RSA for
 * the key, a block cipher for the content. Of several recipients the one whose key this is will do.
 * @throws {Error} where it is no such message, or none of its recipients has this key; never with the content.
 */
export function openPkcs7(message: Buffer, privateKey: string | Buffer): Buffer {
  const [contentInfo] = readDer(message);
  const [, wrapped] = readDer(contentInfo?.content ?? Buffer.alloc(0));
  const [envelope] = readDer(wrapped?.content ?? Buffer.alloc(0));
  const parts = readDer(envelope?.content ?? Buffer.alloc(0));
  const recipients = parts.find(({ tag }) => tag === derTag.set);
  const encrypted = parts.find(({ tag }, index) => tag === derTag.sequence && index > 1);
  if (recipients === undefined || encrypted === undefined)
    throw new Error('this is no enveloped message of PKCS #7');
  const [, algorithm, content] = readDer(encrypted.content);
  const [identifier, vector] = readDer(algorithm?.content ?? Buffer.alloc(0));
  const cipher = ciphers[identifier?.content.toString('hex') ?? ''];
  if (cipher === undefined || vector === undefined || content === undefined) {
    throw new Error('it is encrypted with a cipher that is not known here');
  }
  for (const recipient of readDer(recipients.content)) {
    const key = unwrapKey(readDer(recipient.content), privateKey);
    if (key === undefined) continue;
    try {
      const decipher = createDecipheriv(cipher, key, vector.content);
      return Buffer.concat([decipher.update(readOctets(content)), decipher.final()]);
    } catch {
      // The key of another recipient unwraps to something that does not fit.
    }
  }
  throw new Error('the key is not that of a recipient');
}

/** The content's key, for a recipient who is named by a certificate. */
function unwrapKey(recipient: readonly DerElement[], privateKey: string | Buffer): Buffer | undefined {
  const wrapped = recipient.find(({ tag }) => tag === derTag.octets);
  if (wrapped === undefined) return undefined;
  try {
    // Without padding, because Node refuses that of PKCS #1 v1.5, for the sake of servers that can be asked often.
    const block = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, wrapped.content);
    const end = block.indexOf(0, 2);
    return block[0] === 0 && block[1] === 2 && end >= 10 ? block.subarray(end + 1) : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_OSSL_UNSUPPORTED')
      throw new Error('the private key cannot be read');
    return undefined;
  }
}
