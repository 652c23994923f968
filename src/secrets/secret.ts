import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { brandClass } from '../errors/brand-class.js';
import { messageOf, raise } from '../errors/glance-apply-error.js';

/** The replacement for a secret wherever something is printed or written. */
export const REDACTED = '[redacted]';

/**
 * A value that must not be shown: a password, a key, a connection string with a password. Printed, logged or converted
 * to JSON it is `[redacted]`; only `reveal` returns the value, and only providers call it, when they use the value.
 */
export class Secret<T = string> {
  static {
    brandClass(Secret, 'secret');
  }

  readonly #value: T;
  readonly #parts: readonly unknown[];

  /**
   * @param parts What must not be shown, if that is not exactly the value: the secrets that it was built from, or the
   *   secrets among other values. @default the value
   */
  constructor(value: T, parts?: readonly unknown[]) {
    this.#value = value;
    this.#parts = parts ?? [value];
  }

  /** Returns the value in plain text. */
  reveal(): T {
    return this.#value;
  }

  /** The plain text that a redactor has to hide. */
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

  /** Returns whether a value is a secret of any copy of the library. */
  static is(value: unknown): value is Secret<unknown> {
    return value instanceof Secret;
  }
}

/** Returns the plain value, whether it is a secret or not. */
export function reveal<T>(value: T | Secret<T>): T {
  return Secret.is(value) ? value.reveal() : value;
}

/** Returns whether a value is a secret, or a list or hash that contains one. */
export function isTainted(value: unknown): boolean {
  // Bytes are skipped: they cannot contain a `Secret`, and there may be many.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Secret.is(value) || Object.values(value).some(isTainted);
}

/** Returns a value in which every secret is replaced by its plain value. */
export function revealAll(value: unknown): unknown {
  if (!isTainted(value)) return value;
  if (Secret.is(value)) return revealAll(value.reveal());
  if (Array.isArray(value)) return value.map(revealAll);
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, revealAll(one)]));
}

/** The type of a value after `reveal`. */
export type Clear<T> = T extends Secret<infer V> ? V : T;

/** Returns every secret in a value, at any depth. The content of a secret is not searched. */
export function findSecrets(value: unknown): Secret<unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  return Secret.is(value) ? [value] : Object.values(value).flatMap(findSecrets);
}

/**
 * Creates a secret that is built from others, such as a connection string or the content of a file. The secrets that it
 * is built from stay hidden on their own as well.
 * @param sources Values that contain the secrets.
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
      `the environment variable ${name} is not set, but a secret is read from it`,
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
    return raise('secret.no-file', `the secret in ${path} cannot be read: ${messageOf(cause)}`, {
      hint: 'the file must contain only the secret; a final newline is ignored',
    });
  }
}

function fromTemplate(strings: TemplateStringsArray, ...values: readonly unknown[]): Secret<string> {
  const text = String.raw({ raw: strings }, ...values.map((value) => String(revealAll(value))));
  return deriveSecret(text, values);
}

/**
 * Marks values as secret.
 * - `secret('text')`: a given value;
 * - `secret.env('NAME')`: an environment variable; an error if it is not set;
 * - `secret.file('/path')`: the content of a file, without its final newline;
 * - ``secret.text`mysql+pymysql://glance:${password}@db/glance` ``: a string that contains secrets and is secret as a whole.
 */
export const secret = Object.assign(makeSecret, {
  env: fromEnvironment,
  file: fromFile,
  text: fromTemplate,
});
