import type { DisplayedValues } from '../catalog/attribute.js';
import type { CatalogResource } from '../catalog/catalog.js';
import { toProviderValues } from '../catalog/secret-attributes.js';
import type { Redactor } from '../secrets/redactor.js';
import { REDACTED } from '../secrets/secret.js';
import { attributesOf } from './attributes-of.js';
import type { Diff } from './provider.js';
import type { PropertyChange } from './report.js';

/** Differences as they may be shown: values of secret properties blanked on both sides, spans in all others. */
export function redactChanges(resource: CatalogResource, diff: Diff, redactor: Redactor): PropertyChange[] {
  return diff.differences.map(({ property, is, should }) => {
    if (!resource.secrets.has(property)) {
      const { from, to } = formatForDisplay(resource, property, is, should);
      return { property, from: redactor.value(from), to: redactor.value(to) };
    }
    // What stands on the host in a secret's place is a secret too, likely the one before.
    redactor.add(is);
    return { property, from: is === undefined ? undefined : REDACTED, to: REDACTED };
  });
}

/** The two values in the form that the attribute gives them for people. */
function formatForDisplay(
  resource: CatalogResource,
  property: string,
  is: unknown,
  should: unknown,
): DisplayedValues {
  const attribute = attributesOf(resource)[property];
  return should !== undefined && should !== null && attribute?.show
    ? attribute.show(is, should, toProviderValues(resource))
    : { from: is, to: should };
}
