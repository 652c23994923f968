import isEqual from 'lodash/isEqual.js';
import type { CatalogResource } from '../catalog/catalog.js';
import { toProviderValues } from '../catalog/secret-attributes.js';
import { reveal } from '../secrets/secret.js';
import { attributesOf } from './attributes-of.js';
import type { Diff, Difference, State } from './provider.js';

const absence: State = Object.freeze({ ensure: 'absent' });

/** The observed state of a resource; if none was observed, the state of one that does not exist. */
export function toState(resource: CatalogResource, observed: State | undefined): State {
  return observed ?? ('ensure' in attributesOf(resource) ? absence : {});
}

/** How the state of a resource differs from what is wanted; undefined where it does not. */
export function compare(resource: CatalogResource, observed: State | undefined): Diff | undefined {
  const wanted = toProviderValues(resource);
  const attributes = attributesOf(resource);
  const is = toState(resource, observed);
  const absent = is.ensure === 'absent' || is.ensure === 'purged';
  const unwanted = wanted.ensure === 'absent' || wanted.ensure === 'purged';

  const differences: Difference[] = [];
  for (const property in attributes) {
    const attribute = attributes[property];
    const should = reveal(wanted[property]);
    if (attribute?.role !== 'property' || should === undefined) continue;
    // Of a thing that is to go, and of one that is gone, nothing else matters.
    if (unwanted && property !== 'ensure') continue;
    const same = attribute.insync
      ? attribute.insync(is[property], should as NonNullable<unknown>, wanted)
      : isEqual(is[property], should);
    if (!same) differences.push({ property, is: is[property], should });
  }
  if (differences.length === 0) return undefined;
  const ensures = differences.some(({ property }) => property === 'ensure');
  return {
    is,
    differences,
    has: (property) => differences.some((difference) => difference.property === property),
    creates: ensures && absent && !unwanted,
    removes: ensures && !absent && unwanted,
  };
}

/** A provider's answer names properties of its type alone; anything else is the provider's mistake. */
export function unknownProperty(resource: CatalogResource, state: State): string | undefined {
  const attributes = attributesOf(resource);
  return Object.keys(state).find((property) => !Object.hasOwn(attributes, property));
}
