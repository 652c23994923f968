import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { raise } from '../../../errors/glance-apply-error.js';
import type { Secret } from '../../../secrets/secret.js';
import type { EncryptedValue } from '../variables/encrypted-value.js';

const HEADER = '$ANSIBLE_VAULT';
const ITERATIONS = 10_000;
const KEY_BYTES = 32;
const IV_BYTES = 16;

/** Whether a file or value is encrypted with Ansible Vault. */
export function isEncrypted(text: string): boolean {
  return text.startsWith(`${HEADER};`);
}

/** Decrypts what Ansible Vault encrypted, with any of the given passwords. Each value is decrypted once. */
export class Vault {
  readonly #clear = new Map<string, string>();
  readonly #keys = new Map<string, Buffer>();

  constructor(private readonly passwords: readonly Secret<string>[]) {}

  /** @throws {GlanceApplyError} without a location, which the caller knows. */
  decrypt({ text }: EncryptedValue): string {
    let clear = this.#clear.get(text);
    if (clear === undefined) {
      clear = this.#open(parse(text));
      this.#clear.set(text, clear);
    }
    return clear;
  }

  #open({ salt, digest, content }: Envelope): string {
    if (this.passwords.length === 0) {
      raise('inventory.no-vault-password', 'it is encrypted with Ansible Vault, and no password is given', {
        hint: 'give the file that contains the password, as to ansible-playbook --vault-password-file',
      });
    }
    for (const [index, password] of this.passwords.entries()) {
      const keys = this.#deriveKeys(password, index, salt);
      const actual = createHmac('sha256', keys.subarray(KEY_BYTES, 2 * KEY_BYTES))
        .update(content)
        .digest();
      if (actual.length !== digest.length || !timingSafeEqual(actual, digest)) continue;
      const decipher = createDecipheriv(
        'aes-256-ctr',
        keys.subarray(0, KEY_BYTES),
        keys.subarray(2 * KEY_BYTES),
      );
      const padded = Buffer.concat([decipher.update(content), decipher.final()]);
      return padded.subarray(0, padded.length - (padded.at(-1) ?? 0)).toString('utf8');
    }
    return raise('inventory.vault', 'it is encrypted with Ansible Vault, and no given password opens it', {
      hint: 'check the password, or whether the value was changed',
    });
  }

  #deriveKeys(password: Secret<string>, index: number, salt: Buffer): Buffer {
    const name = `${index} ${salt.toString('hex')}`;
    let keys = this.#keys.get(name);
    if (keys === undefined) {
      keys = pbkdf2Sync(password.reveal(), salt, ITERATIONS, 2 * KEY_BYTES + IV_BYTES, 'sha256');
      this.#keys.set(name, keys);
    }
    return keys;
  }
}

interface Envelope {
  readonly salt: Buffer;
  readonly digest: Buffer;
  readonly content: Buffer;
}

/** Reads the format 1.1 or 1.2: a header, then a hexadecimal text of three hexadecimal lines. */
function parse(text: string): Envelope {
  const [header = '', ...lines] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim());
  const [, version = '', cipher] = header.split(';');
  if (!header.startsWith(`${HEADER};`) || !/^1\.[12]$/.test(version) || cipher !== 'AES256') {
    return raise('inventory.vault', `the encrypted value has the unknown header '${header.slice(0, 40)}'`, {
      hint: `it must begin with ${HEADER};1.1;AES256, as ansible-vault writes it`,
    });
  }
  const body = lines.join('');
  const parts = isHex(body) ? Buffer.from(body, 'hex').toString('latin1').split('\n') : [];
  const [salt, digest, content] = parts.map((part) => (isHex(part) ? Buffer.from(part, 'hex') : undefined));
  if (parts.length !== 3 || salt === undefined || digest === undefined || content === undefined) {
    return raise('inventory.vault', 'the encrypted value is damaged', {
      hint: 'restore it, or encrypt it again; all lines must have the same indentation',
    });
  }
  return { salt, digest, content };
}

function isHex(text: string): boolean {
  return text.length > 0 && text.length % 2 === 0 && /^[0-9a-f]+$/i.test(text);
}
