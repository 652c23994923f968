import { distance } from 'fastest-levenshtein';
import type { Catalog, CatalogResource } from '../catalog/catalog.js';
import { capitalize, type Reference } from '../catalog/reference.js';
import { formatLocation } from '../errors/source-location.js';

const MAX_LISTED = 3;

/** Describes the resources that are closest to a missing one, for the message of a failure. */
export function describeClosest(catalog: Catalog, reference: Reference): string[] {
  const ofType = catalog.resources.filter(({ type }) => type === reference.type);
  const namesakes = catalog.resources.filter(
    ({ type, title }) => type !== reference.type && title === reference.title,
  );
  const near = sortByDistance(ofType, reference.title).slice(0, MAX_LISTED);
  const lines = near.map(formatResource);
  if (ofType.length > MAX_LISTED) lines.push(`… ${ofType.length} in total`);
  if (ofType.length === 0) lines.push(`the catalog does not contain any ${capitalize(reference.type)}`);
  return [
    ...lines,
    ...namesakes.slice(0, MAX_LISTED).map((one) => `with this title: ${formatResource(one)}`),
  ].map((line) => `  ${line}`);
}

/** Formats a resource with the location of its declaration. */
export function formatResource({ reference, location }: CatalogResource): string {
  return location === undefined ? reference : `${reference} (${formatLocation(location)})`;
}

function sortByDistance(resources: readonly CatalogResource[], title: string): CatalogResource[] {
  const apart = new Map(
    resources.map((one) => [one, distance(one.title.toLowerCase(), title.toLowerCase())]),
  );
  return [...resources].sort((a, b) => (apart.get(a) ?? 0) - (apart.get(b) ?? 0));
}
