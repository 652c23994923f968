import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import { findAdjacent, findPath, formatPath } from './relation-graph.js';

/** The relationships that a spec can assert, and how their absence is described. */
const relationships = {
  requires: { words: 'is not applied after', forward: false, refresh: false },
  comesBefore: { words: 'is not applied before', forward: true, refresh: false },
  notifies: { words: 'does not refresh', forward: true, refresh: true },
  subscribesTo: { words: 'is not refreshed by', forward: false, refresh: true },
} as const;

export type Relationship = keyof typeof relationships;

const MAX_LISTED = 5;

/** Describes why a relationship does not hold; empty if it does. */
export function describeMissingRelation(
  catalog: Catalog,
  resource: CatalogResource,
  relationship: Relationship,
  other: CatalogResource,
): readonly string[] {
  const { words, forward, refresh } = relationships[relationship];
  const [first, second] = forward ? [resource, other] : [other, resource];
  if (findPath(catalog, first, second, refresh) !== undefined) return [];
  return [
    `it ${words} ${other.reference}: ${describeReason(catalog, first, second, refresh)}`,
    describeAdjacent(catalog, resource, forward ? 'after' : 'before', refresh),
  ];
}

function describeReason(
  catalog: Catalog,
  first: CatalogResource,
  second: CatalogResource,
  refresh: boolean,
): string {
  const ordered = refresh ? findPath(catalog, first, second, false) : undefined;
  if (ordered !== undefined)
    return `they are ordered, but a refresh does not propagate: ${formatPath(ordered)}`;
  const reverse = findPath(catalog, second, first, false);
  if (reverse !== undefined) return `the order is reversed: ${formatPath(reverse)}`;
  return 'they are not ordered';
}

function describeAdjacent(
  catalog: Catalog,
  resource: CatalogResource,
  side: 'before' | 'after',
  refresh: boolean,
): string {
  const near = findAdjacent(catalog, resource, side, refresh);
  const what = refresh ? (side === 'after' ? 'it refreshes' : 'it is refreshed by') : `directly ${side} it`;
  if (near.length === 0) return `${what}: nothing`;
  const listed = near.slice(0, MAX_LISTED).map(({ reference }) => reference);
  const more = near.length > MAX_LISTED ? ` and ${near.length - MAX_LISTED} more` : '';
  return `${what}: ${listed.join(', ')}${more}`;
}
