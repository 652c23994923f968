import { findSecrets, isTainted, revealAll, Secret } from '../secrets/secret.js';
import type { AttributeTable } from './attribute.js';

type Values = Readonly<Record<string, unknown>>;

/** The values of a resource of a catalog, and which of them are secret. */
interface Wanting {
  readonly definition: { readonly attributes: AttributeTable } | undefined;
  readonly wanted: Values;
  readonly secrets: ReadonlySet<string>;
}

/**
 * The wanted values as the type's own functions and its providers get them: secrets as `Secret` where the attribute's
 * type takes them so, and in clear where it does not.
 */
export function toProviderValues({ definition, wanted, secrets }: Wanting): Values {
  if (secrets.size === 0) return wanted;
  const opened: Record<string, unknown> = { ...wanted };
  for (const name of secrets) {
    const value = wanted[name];
    if (Secret.is(value) && !definition?.attributes[name]?.value.keepsSecret) opened[name] = value.reveal();
  }
  return opened;
}

/** Values with those of some attributes turned into secrets, as far as they are none yet. */
export function withSecrets(values: Values, names: Iterable<string>, given: Values): Values {
  const concealed: Record<string, unknown> = { ...values };
  for (const name of names) {
    const value = values[name];
    if (value !== undefined && value !== null && !isTainted(value))
      concealed[name] = concealAs(value, given[name]);
  }
  return concealed;
}

/** A checked value as the secret that it was given as. */
export function concealAs<T>(value: T, given: unknown): Secret<T> {
  return new Secret(value, findSecretParts(value, given));
}

/** The attributes with those turned into secrets that their type calls so. */
export function concealLiterals(values: Values, table: AttributeTable): Values {
  const names = Object.keys(values).filter((name) => Object.hasOwn(table, name) && table[name]?.value.secret);
  return names.length === 0 ? values : withSecrets(values, names, {});
}

/**
 * What must not be shown of a value. Of a list or hash with secrets in it, those alone: what stands beside them may be
 * a path of the system.
 */
function findSecretParts(value: unknown, given: unknown): unknown[] {
  if (typeof given !== 'object' || !isTainted(given)) return [value];
  if (Secret.is(given)) return [value, ...given.parts];
  const parts = findSecrets(given).flatMap((one) => one.parts);
  if (typeof value !== 'object' || value === null) return [value, ...parts];
  if (Array.isArray(given) === Array.isArray(value)) {
    const values: Values = { ...value };
    const inner = Object.entries({ ...given }).filter(([, one]) => isTainted(one));
    return inner.flatMap(([key, one]) => findSecretParts(values[key], one));
  }
  // A list of texts 'NAME=value' that became a hash: what a secret text holds is secret.
  const texts = findSecrets(given).map((one) => String(revealAll(one)));
  return Object.values(value)
    .filter((one) => texts.some((text) => text.includes(String(one))))
    .concat(parts);
}
