import { readFileSync } from 'node:fs';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import { Secret } from '../../../secrets/secret.js';
import type { AgeVault } from './age-vault.js';
import type { Encrypted } from './encrypted-text.js';

/** Where the key for hiera-eyaml's values is, as the options of a level say it. */
export interface Pkcs7Key {
  readonly file?: string | undefined;
  /** The variable that holds the key itself. */
  readonly variable?: string | undefined;
}

/** Opens a message of PKCS #7 with a private key; see pkcs7.ts, which is loaded where there is such a message. */
export type OpenPkcs7 = (message: Buffer, privateKey: string) => Buffer;

/** Opens what is encrypted in data files. Each content is opened once; each key is read once. */
export class Keyring {
  readonly #clear = new Map<string, Secret<string>>();
  readonly #keys = new Map<string, string>();

  constructor(
    private readonly age: AgeVault,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly pkcs7: OpenPkcs7 | undefined,
    /** Told of each file that a key is read from. */
    private readonly note: (file: string) => void,
  ) {}

  /**
   * The text in clear.
   * @throws {GlanceApplyError} that says what is missing; whoever knows the value's name and place adds them.
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
      return raise('data.encryption', `it is encrypted with ${method}, which is not known here`, {
        hint: 'PKCS7 and AGE are',
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
          hint: 'hiera.yaml names the key under options, as pkcs7_private_key',
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
      return raise('data.no-key', `it is encrypted, and the key is to be in ${name}, which is not set`);
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
        `it is encrypted, and the key ${file} cannot be read: ${messageOf(error)}`,
        {
          hint: 'hiera.yaml names the key under options, as pkcs7_private_key',
        },
      );
    }
  }
}

function formatKeyName({ file, variable }: Pkcs7Key): string {
  return variable === undefined ? `${file}` : `the environment variable ${variable}`;
}
