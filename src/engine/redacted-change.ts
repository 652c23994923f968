import type { Shown } from '../catalog/attribute.js';
import type { CatalogResource } from '../catalog/catalog.js';
import type { Redactor } from '../secrets/redactor.js';
import { isTainted, REDACTED, revealAll, Secret } from '../secrets/secret.js';
import type { Diff } from './provider.js';
import type { PropertyChange } from './report.js';

/** Differences as they may be shown: values of secret properties blanked on both sides, spans in all others. */
export function redactedChanges(resource: CatalogResource, diff: Diff, redactor: Redactor): PropertyChange[] {
  return diff.differences.map(({ property, is, should }) => {
    if (!resource.secrets.has(property)) {
      const { from, to } = shown(resource, property, is, should);
      return { property, from: redactor.value(from), to: redactor.value(to) };
    }
    // What stands on the host in a secret's place is a secret too, likely the one before.
    redactor.add(is);
    return { property, from: is === undefined ? undefined : REDACTED, to: REDACTED };
  });
}

/** The two values in the form that the attribute gives them for people. */
function shown(
  { definition, wanted }: CatalogResource,
  property: string,
  is: unknown,
  should: unknown,
): Shown {
  const attribute = definition?.attributes[property];
  return should !== undefined && should !== null && attribute?.show
    ? attribute.show(is, should, wanted)
    : { from: is, to: should };
}

/** A redactor that knows every secret of a catalog. */
export function knowSecrets(redactor: Redactor, resources: readonly CatalogResource[]): Redactor {
  for (const { secrets, wanted, parameters } of resources) {
    for (const name of secrets) redactor.add(secretPart(parameters[name], wanted[name]));
  }
  return redactor;
}

/** Of a list or hash with secrets in it the secrets alone: what stands beside them may be a path of the system. */
function secretPart(given: unknown, value: unknown): unknown {
  if (!isTainted(given) || Secret.is(given)) return value;
  if (typeof value !== 'object' || value === null) return value;
  const tainted = Object.entries(given as object).filter(([, one]) => isTainted(one));
  if (Array.isArray(given) === Array.isArray(value))
    return tainted.map(([key]) => (value as Readonly<Record<string, unknown>>)[key]);
  // A list of texts 'NAME=value' that became a hash: what a secret text holds is secret.
  const clear = tainted.map(([, one]) => String(revealAll(one)));
  return Object.values(value).filter((one) => clear.some((text) => text.includes(String(one))));
}
