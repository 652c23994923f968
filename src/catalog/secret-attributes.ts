import { findSecrets, isTainted, revealAll, Secret } from '../secrets/secret.js';
import type { AttributeTable } from './attribute.js';

type Values = Readonly<Record<string, unknown>>;

/** The values of a resource of a catalog, and which of them are secret. */
interface Wanting {
  readonly definition: { readonly attributes: AttributeTable } | undefined;
  readonly desired: Values;
  readonly secrets: ReadonlySet<string>;
}

/**
 * Returns the values as the functions of the type and its providers receive them: a secret is a `Secret` if the type of
 * the attribute keeps secrets, and in plain text otherwise.
 */
export function toProviderValues({ definition, desired, secrets }: Wanting): Values {
  if (secrets.size === 0) return desired;
  const opened: Record<string, unknown> = { ...desired };
  for (const name of secrets) {
    const value = desired[name];
    if (Secret.is(value) && !definition?.attributes[name]?.value.keepsSecret) opened[name] = value.reveal();
  }
  return opened;
}

/** Returns the values with those of some attributes converted to secrets, unless they are secrets already. */
export function withSecrets(values: Values, names: Iterable<string>, given: Values): Values {
  const concealed: Record<string, unknown> = { ...values };
  for (const name of names) {
    const value = values[name];
    if (value !== undefined && value !== null && !isTainted(value))
      concealed[name] = concealAs(value, given[name]);
  }
  return concealed;
}

/** Marks a checked value as secret, with the secret parts of the given value. */
export function concealAs<T>(value: T, given: unknown): Secret<T> {
  return new Secret(value, findSecretParts(value, given));
}

/** Returns the attributes with those converted to secrets whose type is secret. */
export function concealLiterals(values: Values, table: AttributeTable): Values {
  const names = Object.keys(values).filter((name) => Object.hasOwn(table, name) && table[name]?.value.secret);
  return names.length === 0 ? values : withSecrets(values, names, {});
}

/**
 * Returns what must not be displayed of a value. In a list or hash that contains secrets, only these: other values in
 * it may be paths of the system.
 */
function findSecretParts(value: unknown, given: unknown): unknown[] {
  if (typeof given !== 'object' || given === null || !isTainted(given)) return [value];
  if (Secret.is(given)) return [value, ...given.parts];
  const parts = findSecrets(given).flatMap((one) => one.parts);
  if (typeof value !== 'object' || value === null) return [value, ...parts];
  if (Array.isArray(given) === Array.isArray(value)) {
    const values: Values = { ...value };
    const inner = Object.entries(given).filter(([, one]) => isTainted(one));
    return inner.flatMap(([key, one]) => findSecretParts(values[key], one));
  }
  // A list of strings 'NAME=value' that became a hash: a value that is part of a secret string is secret.
  const texts = findSecrets(given).map((one) => String(revealAll(one)));
  return Object.values(value)
    .filter((one) => texts.some((text) => text.includes(String(one))))
    .concat(parts);
}
