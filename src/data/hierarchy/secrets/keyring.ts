import { readFileSync } from 'node:fs';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import { Secret } from '../../../secrets/secret.js';
import type { AgeVault } from './age-vault.js';
import type { Encrypted } from './encrypted-text.js';

/** The location of the key for hiera-eyaml's values, from the options of a level. */
export interface Pkcs7Key {
  readonly file?: string | undefined;
  /** The environment variable that contains the key itself. */
  readonly variable?: string | undefined;
}

/** Decrypts a PKCS #7 message with a private key; see pkcs7.ts, which is loaded on demand. */
export type OpenPkcs7 = (message: Buffer, privateKey: string) => Buffer;

/** Decrypts the encrypted values of data files. Each value is decrypted once; each key is read once. */
export class Keyring {
  readonly #clear = new Map<string, Secret<string>>();
  readonly #keys = new Map<string, string>();

  constructor(
    private readonly age: AgeVault,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly pkcs7: OpenPkcs7 | undefined,
    /** Called with each file that a key is read from. */
    private readonly note: (file: string) => void,
  ) {}

  /**
   * Decrypts a value.
   * @throws {GlanceApplyError} with what is missing; the caller adds the value's name and location.
   */
  open({ method, content }: Encrypted, key: Pkcs7Key): Secret<string> {
    const known = this.#clear.get(content);
    if (known !== undefined) return known;
    const clear = method === 'AGE' ? this.age.open(content) : this.#openPkcs7(method, content, key);
    this.#clear.set(content, clear);
    return clear;
  }

  #openPkcs7(method: string, content: string, key: Pkcs7Key): Secret<string> {
    if (method !== 'PKCS7' || this.pkcs7 === undefined) {
      return raise('data.encryption', `it is encrypted with ${method}, which is not supported`, {
        hint: 'supported methods are PKCS7 and AGE',
      });
    }
    const privateKey = this.#privateKey(key);
    try {
      return new Secret(this.pkcs7(Buffer.from(content, 'base64'), privateKey).toString('utf8'));
    } catch (error) {
      return raise(
        'data.encryption',
        `it cannot be decrypted with the key ${formatKeyName(key)}: ${messageOf(error)}`,
        {
          hint: 'check pkcs7_private_key in the options of this level in hiera.yaml',
        },
      );
    }
  }

  #privateKey(key: Pkcs7Key): string {
    const name = formatKeyName(key);
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const text = key.variable === undefined ? this.#readKey(key.file ?? '') : this.environment[key.variable];
    if (text === undefined || text === '') {
      return raise('data.no-key', `it is encrypted, and its key is in ${name}, which is not set`);
    }
    this.#keys.set(name, text);
    return text;
  }

  #readKey(file: string): string {
    this.note(file);
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      return raise(
        'data.no-key',
        `it is encrypted, and its key ${file} cannot be read: ${messageOf(error)}`,
        {
          hint: 'check pkcs7_private_key in the options of this level in hiera.yaml',
        },
      );
    }
  }
}

function formatKeyName({ file, variable }: Pkcs7Key): string {
  return variable === undefined ? `${file}` : `the environment variable ${variable}`;
}
