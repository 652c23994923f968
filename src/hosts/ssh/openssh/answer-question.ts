import type { Secret } from '../../../secrets/secret.js';
import type { SshSettings } from '../config/settings.js';
import type { SshOptions } from '../connect-options.js';
import type { Deadline } from '../deadline.js';

/** Prompts of a server for a new password. */
const EXPIRED = /current password|new (?:unix )?password|expired/i;

/** Answers what OpenSSH asks while it connects. */
export class QuestionAnswers {
  #isExpired = false;
  #passwordIsUsed = false;

  constructor(
    private readonly target: SshSettings,
    private readonly options: SshOptions,
    private readonly deadline: Deadline,
  ) {}

  /** Whether the server demanded a new password. */
  get isPasswordExpired(): boolean {
    return this.#isExpired;
  }

  /** Returns undefined to refuse. */
  async answer(question: string): Promise<Secret | string | undefined> {
    if (/\(yes\/no/.test(question)) return (await this.#trusts(question)) ? 'yes' : 'no';
    const [, key] = /passphrase for (?:key )?'?([^']*?)'?:\s*$/.exec(question) ?? [];
    if (key !== undefined) return this.#ask(async (ask) => ask.passphrase?.(key));
    if (EXPIRED.test(question)) {
      this.#isExpired = true;
      return undefined;
    }
    if (!/password/i.test(question)) return undefined;
    const [, account = ''] = /^\(?([^\s()']+@[^\s()']+)/.exec(question) ?? [];
    if (!this.#isTarget(account)) return this.#ask(async (ask) => ask.password?.(account));
    // Sent once: an account may be locked after a few wrong ones.
    if (this.#passwordIsUsed) return undefined;
    this.#passwordIsUsed = true;
    return this.options.password ?? this.#ask(async (ask) => ask.password?.(account));
  }

  async #trusts(question: string): Promise<boolean> {
    if (this.options.acceptNewHostKeys === true) return true;
    const [, name = '', keyType = '', fingerprint = ''] =
      /host '([^']*)[\s\S]*?\n(\S+) key fingerprint is (\S+?)\.?\s/.exec(question) ?? [];
    return (await this.#ask(async (ask) => ask.hostKey?.({ name, keyType, fingerprint }))) === true;
  }

  #ask<T>(question: (ask: NonNullable<SshOptions['ask']>) => Promise<T | undefined>): Promise<T | undefined> {
    const { ask } = this.options;
    if (ask === undefined || this.target.isBatch) return Promise.resolve(undefined);
    return this.deadline.pause(() => question(ask));
  }

  #isTarget(account: string): boolean {
    const { user, host, hostname } = this.target;
    return account === `${user}@${hostname}` || account === `${user}@${host}`;
  }
}
