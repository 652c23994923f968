import type { Clear, Secret } from '../../secrets/secret.js';

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
  /** Providers get the value as a `Secret` where it is one. @default they get it in clear */
  readonly keepsSecret?: boolean | undefined;
  /** Carries the types for the compiler; never there at run time. */
  readonly types?: { readonly in: In; readonly out: Out };
}

/** What may be written for a value of type `V` in a manifest. */
export type Writable<V> = Clear<V> | Secret<Clear<V>>;

/** A type whose values are secrets, whoever writes them. Providers get them as such. */
export function secretOf<In, Out>(
  type: ValueType<In, Out>,
): ValueType<In, Secret<Out>> & { readonly secret: true } {
  const { types: _, ...described } = type;
  return { ...described, secret: true, keepsSecret: true };
}

/** A type whose values providers get as a `Secret` where a manifest gave one, and as they are otherwise. */
export function orSecret<In, Out>(type: ValueType<In, Out>): ValueType<In, Out | Secret<Out>> {
  const { types: _, ...described } = type;
  return { ...described, keepsSecret: true };
}

/** A compound `C` of values, secret as a whole where those are secrets. */
export type Compound<Out, C> = [Extract<Out, Secret<unknown>>] extends [never] ? C : Secret<C>;
