import type { AnyAuthMethod, AuthenticationType, AuthHandlerMiddleware, Prompt } from 'ssh2';
import type { Secret } from '../../../secrets/secret.js';
import type { SshSettings } from '../config/settings.js';
import type { Identities } from './identities.js';
import { type IdentityAgent, makeIdentityAgent } from './identity-agent.js';

/** What a login needs beside its keys. */
export interface LoginSecrets {
  passphrase(path: string): Promise<Secret | undefined>;
  /** Called at most once. */
  password(): Promise<Secret | undefined>;
}

/** Prompts for a new password, and messages that announce them. */
const EXPIRED = /expired|new (?:unix )?password|change your password/i;

/**
 * Logs in as OpenSSH does: with the keys, and then with the password, which is sent once. ssh2 by itself would send the
 * password first, and again for the next method.
 */
export class Authentication {
  /** The methods that were tried, for messages. */
  readonly tried: string[] = [];
  readonly notes: string[];
  #isExpired = false;
  #passwordIsUsed = false;
  readonly #steps: AsyncGenerator<AnyAuthMethod, undefined, readonly string[]>;

  constructor(
    private readonly settings: SshSettings,
    private readonly identities: Identities,
    private readonly secrets: LoginSecrets,
  ) {
    this.notes = [...identities.notes];
    this.#steps = this.#attempts();
  }

  /** Whether the server demands a new password. */
  get isPasswordExpired(): boolean {
    return this.#isExpired;
  }

  /** Stops trying, because the server demands a new password. */
  expire(): void {
    this.#isExpired = true;
  }

  /** Tells ssh2 what to try next. */
  readonly handler: AuthHandlerMiddleware = (methods, _partial, next) => {
    this.#steps.next(methods ?? []).then(
      // ssh2 ends the login if it is given `false`, which its types do not tell.
      ({ value }) => next(value ?? (false as unknown as AuthenticationType)),
      () => next(false as unknown as AuthenticationType),
    );
  };

  async *#attempts(): AsyncGenerator<AnyAuthMethod, undefined, readonly string[]> {
    const { user: username } = this.settings;
    // The server answers with the methods that it permits.
    const methods = yield { type: 'none', username };
    let isPartial = false;
    if (methods.includes('publickey') && this.settings.methods.publickey) {
      for (const identity of this.identities.keys) {
        const one: IdentityAgent = makeIdentityAgent(
          identity,
          (path) => this.secrets.passphrase(path),
          (text) => this.notes.push(text),
        );
        this.tried.push(`key ${identity.label}`);
        // ssh2 reports the methods that are left after every other kind of attempt, but not after this one.
        yield { type: 'agent', username, agent: one.agent };
        // A signature that does not complete the login is one of several that the server demands.
        isPartial ||= one.hasSigned;
      }
    }
    const method = this.#passwordMethod(methods, isPartial);
    if (method === undefined) return undefined;
    const password = await this.secrets.password();
    if (password === undefined) return undefined;
    this.tried.push(method === 'password' ? 'password' : 'password (keyboard-interactive)');
    yield method === 'password'
      ? { type: 'password', username, password: password.reveal() }
      : this.#interactive(username, password);
    return undefined;
  }

  #passwordMethod(
    methods: readonly string[],
    isPartial: boolean,
  ): 'password' | 'keyboard-interactive' | undefined {
    const { methods: permitted } = this.settings;
    const offers = (method: 'password' | 'keyboard-interactive') =>
      permitted[method] && methods.includes(method);
    if (offers('password')) return 'password';
    if (offers('keyboard-interactive')) return 'keyboard-interactive';
    // After a key that is only the first of two proofs, the methods that are left are not known: see above.
    return isPartial && permitted['keyboard-interactive'] ? 'keyboard-interactive' : undefined;
  }

  #interactive(username: string, password: Secret): AnyAuthMethod {
    return {
      type: 'keyboard-interactive',
      username,
      prompt: (name, instructions, _language, prompts, finish) => {
        const question = [name, instructions, ...prompts.map((one: Prompt) => one.prompt)].join(' ').trim();
        const [only, ...others] = prompts;
        if (EXPIRED.test(question)) this.#isExpired = true;
        else if (only !== undefined && others.length === 0 && only.echo !== true && !this.#passwordIsUsed) {
          this.#passwordIsUsed = true;
          finish([password.reveal()]);
          return;
        } else
          this.notes.push(`the server asks '${question}', which needs an answer other than the password`);
        finish(prompts.map(() => ''));
      },
    };
  }
}
