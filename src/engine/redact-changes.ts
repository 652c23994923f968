import type { DisplayedValues } from '../catalog/attribute.js';
import type { CatalogResource } from '../catalog/catalog.js';
import { toProviderValues } from '../catalog/secret-attributes.js';
import type { Redactor } from '../secrets/redactor.js';
import { REDACTED } from '../secrets/secret.js';
import { attributesOf } from './attributes-of.js';
import type { Diff } from './provider.js';
import type { PropertyChange } from './report.js';

/** Returns differences for display: both values of secret properties are redacted, and secrets within all others. */
export function redactChanges(resource: CatalogResource, diff: Diff, redactor: Redactor): PropertyChange[] {
  return diff.differences.map(({ property, is, should }) => {
    if (!resource.secrets.has(property)) {
      const { from, to } = formatForDisplay(resource, property, is, should);
      return { property, from: redactor.value(from), to: redactor.value(to) };
    }
    // The observed value of a secret property is a secret too, likely the previous one.
    redactor.add(is);
    return { property, from: is === undefined ? undefined : REDACTED, to: REDACTED };
  });
}

/** Returns the two values in the form in which the attribute displays them. */
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
