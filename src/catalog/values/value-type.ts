import type { Secret } from '../../secrets/secret.js';

/** A JSON Schema, as ajv takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What an attribute may hold. One description serves three readers: the compiler (`In` is what a manifest may
 * write, `Out` what a provider receives), ajv (`schema`, for the munged value) and people (`expected`, which
 * completes the sentence "expected …").
 */
export interface ValueType<In, Out = In> {
  readonly schema: JsonSchema;
  readonly expected: string;
  /**
   * Brings other spellings of the same value to one form before it is checked: `'true'` to `true`, `9292` to
   * `'9292'`. Values that it does not understand pass through, for the schema to refuse.
   */
  readonly munge?: ((value: unknown) => unknown) | undefined;
  /** The value is a secret, whoever writes it: shown as `[redacted]` everywhere. */
  readonly secret?: boolean | undefined;
  /** Carries the types for the compiler; never there at run time. */
  readonly types?: { readonly in: In; readonly out: Out };
}

/** What may be written for a value of type `V` in a manifest. */
export type Writable<V> = V | Secret<V>;
