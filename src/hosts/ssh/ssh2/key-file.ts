import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { ParsedKey } from 'ssh2';
import ssh2 from 'ssh2';
import { codeOf } from '../../../errors/error-code.js';
import { messageOf } from '../../../errors/glance-apply-error.js';
import type { Secret } from '../../../secrets/secret.js';

/** Permissions of others, with which OpenSSH does not use a private key. */
const OTHERS = 0o077;

/** A private key in a file. */
export interface KeyFile {
  readonly path: string;
  /** Absent if the file does not tell it without its passphrase. */
  readonly publicKey: ParsedKey | undefined;
  /** Decrypts the key. An `Error` is the reason why that is not possible. */
  unlock(passphrase: Secret | undefined): ParsedKey | Error;
  readonly isEncrypted: boolean;
}

/** Reads a private key. Returns undefined if there is no such file, and a reason if it cannot be used. */
export function readKeyFile(path: string): KeyFile | string | undefined {
  let content: string;
  try {
    const { mode, uid } = statSync(path);
    if (uid === process.getuid?.() && (mode & OTHERS) !== 0)
      return `${path} was left out: other users may read it (run chmod 600 ${path})`;
    content = readFileSync(path, 'utf8');
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : `${path} was left out: ${messageOf(error)}`;
  }
  const unlock = (passphrase: Secret | undefined) => parsePrivateKey(content, passphrase);
  const plain = unlock(undefined);
  if (!(plain instanceof Error)) return { path, publicKey: plain, unlock: () => plain, isEncrypted: false };
  if (!/passphrase|encrypted/i.test(plain.message)) return `${path} was left out: ${plain.message}`;
  return { path, publicKey: findPublicKey(path, content), unlock, isEncrypted: true };
}

function parsePrivateKey(content: string, passphrase: Secret | undefined): ParsedKey | Error {
  const secret = passphrase?.reveal();
  if (/-----BEGIN (?:ENCRYPTED )?PRIVATE KEY-----/.test(content)) {
    const converted = convertPkcs8(content, secret);
    return converted instanceof Error ? converted : parse(converted);
  }
  return parse(content, secret);
}

function parse(text: string | Buffer, passphrase?: string): ParsedKey | Error {
  const parsed: ParsedKey | ParsedKey[] | Error = ssh2.utils.parseKey(text, passphrase);
  // The format of OpenSSH may contain several keys; it never does.
  return Array.isArray(parsed) ? (parsed[0] ?? new Error('it contains no key')) : parsed;
}

/** Converts a key in the format PKCS#8, which ssh2 cannot read. */
function convertPkcs8(content: string, passphrase: string | undefined): string | Error {
  try {
    const key = createPrivateKey(passphrase === undefined ? content : { key: content, passphrase });
    return exportKey(key);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function exportKey(key: KeyObject): string | Error {
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return key.export({ type: 'pkcs1', format: 'pem' }).toString();
    case 'ec':
      return key.export({ type: 'sec1', format: 'pem' }).toString();
    default:
      return new Error(
        `it is a key of the type ${key.asymmetricKeyType} in the format PKCS#8; convert it with ssh-keygen -p -f`,
      );
  }
}

/** Reads a file with a public key; undefined if it contains none. */
export function readPublicKey(path: string): ParsedKey | undefined {
  try {
    const key = parse(readFileSync(path, 'utf8'));
    return key instanceof Error ? undefined : key;
  } catch {
    return undefined;
  }
}

/** Finds the public part of an encrypted key: in the file beside it, or in the unencrypted part of the file. */
function findPublicKey(path: string, content: string): ParsedKey | undefined {
  const blob = publicPart(content);
  const key = blob === undefined ? readPublicKey(`${path}.pub`) : parse(blob);
  return key instanceof Error ? undefined : key;
}

/** What begins a key in the format of OpenSSH. */
const MAGIC = 'openssh-key-v1\0';

function publicPart(content: string): Buffer | undefined {
  const [, body] = /-----BEGIN OPENSSH PRIVATE KEY-----([^-]*)-----END/.exec(content) ?? [];
  const data = Buffer.from(body ?? '', 'base64');
  if (data.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  try {
    let at = MAGIC.length;
    // The names of the cipher and of the key derivation function, and the parameters of the latter.
    for (let skipped = 0; skipped < 3; skipped += 1) at += 4 + data.readUInt32BE(at);
    at += 4;
    return data.subarray(at + 4, at + 4 + data.readUInt32BE(at));
  } catch {
    return undefined;
  }
}
