import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { brandClass } from '../errors/brand-class.js';
import { raise } from '../errors/glance-apply-error.js';

/** What stands in place of a secret wherever something is printed or written down. */
export const REDACTED = '[redacted]';

/**
 * A value that must not be shown: passwords, keys, connection strings with a password in them. However it is
 * printed, logged, or turned into JSON, it reads `[redacted]`; only `reveal` gives it up, and only providers
 * call that, at the moment of use.
 */
export class Secret<T = string> {
  static {
    brandClass(Secret, 'secret');
  }

  readonly #value: T;
  readonly #parts: readonly unknown[];

  /**
   * @param parts What of it must not be shown, where that is not the value alone: the secrets that it was made of,
   *   or those among values that are none. @default the value
   */
  constructor(value: T, parts?: readonly unknown[]) {
    this.#value = value;
    this.#parts = parts ?? [value];
  }

  /** The value in clear. */
  reveal(): T {
    return this.#value;
  }

  /** What a redactor has to know in order to hide it, in clear. */
  get parts(): readonly unknown[] {
    return this.#parts;
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
    return value instanceof Secret;
  }
}

/** The value in clear, whether it is a secret or not. */
export function reveal<T>(value: T | Secret<T>): T {
  return Secret.is(value) ? (value as Secret<T>).reveal() : value;
}

/** Whether a value is a secret, or a list or hash with one in it. */
export function isTainted(value: unknown): boolean {
  // Bytes hold no secrets, and may be many.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Secret.is(value) || Object.values(value).some(isTainted);
}

/** A value with every secret in it in clear. */
export function revealAll(value: unknown): unknown {
  if (!isTainted(value)) return value;
  if (Secret.is(value)) return revealAll(value.reveal());
  if (Array.isArray(value)) return value.map(revealAll);
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, revealAll(one)]));
}

/** The type of a value once it is revealed. */
export type Clear<T> = T extends Secret<infer V> ? V : T;

/** Every secret in a value, at whatever depth; a secret's own content is not searched. */
export function findSecrets(value: unknown): Secret<unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  return Secret.is(value) ? [value] : Object.values(value).flatMap(findSecrets);
}

/**
 * A secret made of others: a connection string, a file's content. What went into it stays hidden wherever it stands
 * alone.
 * @param sources Values with secrets in them.
 */
export function deriveSecret<T>(value: T, sources: unknown): Secret<T> {
  return new Secret(value, [value, ...findSecrets(sources).flatMap(({ parts }) => parts)]);
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
  const text = String.raw({ raw: strings }, ...values.map((value) => String(revealAll(value))));
  return deriveSecret(text, values);
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
