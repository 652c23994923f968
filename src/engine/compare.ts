import isEqual from 'lodash/isEqual.js';
import type { CatalogResource } from '../catalog/catalog.js';
import { toProviderValues } from '../catalog/secret-attributes.js';
import { reveal } from '../secrets/secret.js';
import { attributesOf } from './attributes-of.js';
import type { Diff, Difference, State } from './provider.js';

const ABSENT: State = Object.freeze({ ensure: 'absent' });
const EMPTY: State = Object.freeze({});

/** Returns the state of a resource that does not exist on the host. */
export function absentState(resource: CatalogResource): State {
  return 'ensure' in attributesOf(resource) ? ABSENT : EMPTY;
}

/**
 * Returns how the observed state of a resource differs from the desired one; undefined if the resource is in sync.
 * @param is The observed state; without one, the resource does not exist.
 */
export function compare(resource: CatalogResource, is: State = absentState(resource)): Diff | undefined {
  const desired = toProviderValues(resource);
  const attributes = attributesOf(resource);
  const isAbsent = is.ensure === 'absent' || is.ensure === 'purged';
  const isRemoval = desired.ensure === 'absent' || desired.ensure === 'purged';

  const differences: Difference[] = [];
  for (const property in attributes) {
    const attribute = attributes[property];
    const should = reveal(desired[property]);
    if (attribute?.role !== 'property' || should === undefined) continue;
    // If the resource is to be absent, no other property counts.
    if (isRemoval && property !== 'ensure') continue;
    const isInSync = attribute.insync
      ? attribute.insync(is[property], should as NonNullable<unknown>, desired)
      : isEqual(is[property], should);
    if (!isInSync) differences.push({ property, is: is[property], should });
  }
  if (differences.length === 0) return undefined;
  const differsInEnsure = differences.some(({ property }) => property === 'ensure');
  return {
    is,
    differences,
    has: (property) => differences.some((difference) => difference.property === property),
    creates: differsInEnsure && isAbsent && !isRemoval,
    removes: differsInEnsure && !isAbsent && isRemoval,
  };
}

/** Returns a key of a state that is not an attribute of the type, which is a mistake of the provider. */
export function unknownProperty(resource: CatalogResource, state: State): string | undefined {
  const attributes = attributesOf(resource);
  return Object.keys(state).find((property) => !Object.hasOwn(attributes, property));
}
