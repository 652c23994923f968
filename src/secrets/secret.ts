import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { raise } from '../errors/glance-apply-error.js';

const brand = Symbol.for('glance-apply.secret');

/** What stands in place of a secret wherever something is printed or written down. */
export const REDACTED = '[redacted]';

/**
 * A value that must not be shown: passwords, keys, connection strings with a password in them. However it is
 * printed, logged, or turned into JSON, it reads `[redacted]`; only `reveal` gives it up, and only providers
 * call that, at the moment of use.
 */
export class Secret<T = string> {
  readonly #value: T;
  readonly [brand] = true;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value in clear. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return `Secret(${REDACTED})`;
  }

  /** True for secrets of any copy of the library. */
  static is(value: unknown): value is Secret<unknown> {
    return typeof value === 'object' && value !== null && brand in value;
  }
}

/** The value in clear, whether it is a secret or not. */
export function reveal<T>(value: T | Secret<T>): T {
  return Secret.is(value) ? (value as Secret<T>).reveal() : value;
}

/** Whether a value is a secret, or a list or hash with one in it. */
export function isTainted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Secret.is(value) || Object.values(value).some(isTainted);
}

/** A value with every secret in it in clear. */
export function revealAll(value: unknown): unknown {
  if (!isTainted(value)) return value;
  if (Secret.is(value)) return revealAll(value.reveal());
  if (Array.isArray(value)) return value.map(revealAll);
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, revealAll(one)]));
}

/** Marks a value as secret. */
function makeSecret<T>(value: T): Secret<T> {
  return new Secret(value);
}

function fromEnvironment(name: string): Secret<string> {
  const value = process.env[name];
  if (value === undefined || value === '') {
    return raise(
      'secret.no-variable',
      `the environment variable ${name} is not set, and a secret is taken from it`,
      {
        hint: `set it for this command: ${name}=… glance-apply …`,
      },
    );
  }
  return new Secret(value);
}

function fromFile(path: string): Secret<string> {
  try {
    return new Secret(readFileSync(path, 'utf8').replace(/\r?\n$/, ''));
  } catch (cause) {
    return raise('secret.no-file', `the secret in ${path} cannot be read: ${(cause as Error).message}`, {
      hint: 'the file holds the secret alone; a final newline is not part of it',
    });
  }
}

function fromTemplate(strings: TemplateStringsArray, ...values: readonly unknown[]): Secret<string> {
  return new Secret(String.raw({ raw: strings }, ...values.map((value) => String(reveal(value)))));
}

/**
 * Marks values as secret.
 * - `secret('text')`: a value at hand;
 * - `secret.env('NAME')`: an environment variable, an error where it is not set;
 * - `secret.file('/path')`: a file's content, without its final newline;
 * - ``secret.text`mysql+pymysql://glance:${password}@db/glance` ``: a text with secrets in it, secret as a whole.
 */
export const secret = Object.assign(makeSecret, {
  env: fromEnvironment,
  file: fromFile,
  text: fromTemplate,
});
