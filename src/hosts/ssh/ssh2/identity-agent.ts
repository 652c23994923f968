import type { BaseAgent, ParsedKey, SigningRequestOptions } from 'ssh2';
import ssh2 from 'ssh2';
import { messageOf } from '../../../errors/glance-apply-error.js';
import type { Secret } from '../../../secrets/secret.js';
import type { Identity } from './identities.js';

/**
 * Makes ssh2 offer an RSA key with SHA-512, as OpenSSH does. By itself, ssh2 offers the first of SHA-256, SHA-512 and SHA-1
 * that the server knows, and no other one if the server does not accept it.
 */
function preferSha512(key: ParsedKey): ParsedKey {
  return key.type === 'ssh-rsa' ? Object.create(key, { type: { value: 'rsa-sha2-512' } }) : key;
}

/** Signs for one key. */
export interface IdentityAgent {
  /** An agent with this key alone, for ssh2: of all its ways to use a key, this one shows the public part first. */
  readonly agent: BaseAgent;
  /** Whether the server accepted the key and was sent a signature. */
  readonly hasSigned: boolean;
}

/**
 * Makes an agent for one key. A passphrase is asked for when the server has accepted the key.
 * @param note Receives the reason why the key cannot be used.
 */
export function makeIdentityAgent(
  identity: Identity,
  passphrase: (path: string) => Promise<Secret | undefined>,
  note: (text: string) => void,
): IdentityAgent {
  const state = { hasSigned: false };
  let unlocked: ParsedKey | undefined;

  async function unlock(): Promise<ParsedKey> {
    if ('agent' in identity.source || unlocked !== undefined)
      throw new Error('a key of an agent cannot be unlocked');
    const { source } = identity;
    const secret = source.isEncrypted ? await passphrase(source.path) : undefined;
    if (source.isEncrypted && secret === undefined)
      throw new Error('it needs a passphrase, and nobody can be asked');
    const key = source.unlock(secret);
    if (key instanceof Error) throw new Error(source.isEncrypted ? 'the passphrase is wrong' : key.message);
    unlocked = key;
    return key;
  }

  const fail = (error: unknown, done: (error: Error) => void) => {
    note(`${identity.label}: ${messageOf(error)}`);
    done(error instanceof Error ? error : new Error(String(error)));
  };

  class OneKey extends ssh2.BaseAgent {
    override getIdentities(done: (error: Error | undefined, keys?: ParsedKey[]) => void): void {
      if (identity.publicKey !== undefined) {
        done(undefined, [preferSha512(identity.publicKey)]);
        return;
      }
      // An old format hides the public part, too.
      unlock().then(
        (key) => done(undefined, [preferSha512(key)]),
        (error) => fail(error, done),
      );
    }

    override sign(
      _key: unknown,
      data: Buffer,
      options: SigningRequestOptions | ((error?: Error, signature?: Buffer) => void),
      callback?: (error?: Error, signature?: Buffer) => void,
    ): void {
      const done = typeof options === 'function' ? options : callback;
      const hash =
        identity.publicKey?.type === 'ssh-rsa' || unlocked?.type === 'ssh-rsa' ? 'sha512' : undefined;
      if (done === undefined) return;
      const { source, publicKey } = identity;
      if ('agent' in source) {
        if (publicKey === undefined) return;
        ssh2.createAgent(source.agent).sign(publicKey, data, { hash }, (error, signature) => {
          if (error) return fail(new Error('the agent refused to sign with it'), done);
          state.hasSigned = true;
          done(undefined, signature);
        });
        return;
      }
      (unlocked === undefined ? unlock() : Promise.resolve(unlocked)).then(
        (key) => {
          const signature = key.sign(data, hash);
          state.hasSigned = true;
          done(undefined, signature);
        },
        (error) => fail(error, done),
      );
    }
  }

  return {
    agent: new OneKey(),
    get hasSigned() {
      return state.hasSigned;
    },
  };
}
