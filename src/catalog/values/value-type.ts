import type { Clear, Secret } from '../../secrets/secret.js';

/** A JSON Schema, as ajv accepts it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What an attribute may contain. One description serves three readers: the TypeScript compiler (`In` is what a manifest
 * may write, `Out` what a provider receives), ajv (`schema`, for the munged value) and people (`expected`, which
 * completes the sentence "expected …").
 */
export interface ValueType<In, Out = In> {
  readonly schema: JsonSchema;
  readonly expected: string;
  /**
   * Converts other spellings of the same value to one form before it is checked: `'true'` to `true`, `9292` to
   * `'9292'`. Values that it cannot convert are returned unchanged, and the schema rejects them.
   */
  readonly munge?: ((value: unknown) => unknown) | undefined;
  /** Whether the value is always a secret, however it is written: displayed as `[redacted]` everywhere. */
  readonly secret?: boolean | undefined;
  /** Whether providers receive a secret as a `Secret`. @default they receive it in plain text */
  readonly keepsSecret?: boolean | undefined;
  /** Carries the types for the TypeScript compiler; never set at run time. */
  readonly types?: { readonly in: In; readonly out: Out };
}

/** What may be written for a value of type `V` in a manifest. */
export type Writable<V> = Clear<V> | Secret<Clear<V>>;

/** A type whose values are always secrets. Providers receive them as a `Secret`. */
export function secretOf<In, Out>(
  type: ValueType<In, Out>,
): ValueType<In, Secret<Out>> & { readonly secret: true } {
  const { types: _, ...described } = type;
  return { ...described, secret: true, keepsSecret: true };
}

/**
 * A type whose values providers receive as a `Secret` if the manifest marks them as one, and in plain text otherwise.
 */
export function orSecret<In, Out>(type: ValueType<In, Out>): ValueType<In, Out | Secret<Out>> {
  const { types: _, ...described } = type;
  return { ...described, keepsSecret: true };
}

/** A compound `C` of values, secret as a whole if those are secrets. */
export type Compound<Out, C> = [Extract<Out, Secret<unknown>>] extends [never] ? C : Secret<C>;
