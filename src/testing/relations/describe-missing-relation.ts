import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import { findAdjacent, findPath, formatPath } from './relation-graph.js';

/** How a spec may relate a resource to another, and how that reads. */
const relationships = {
  requires: { words: 'is not applied after', forward: false, refresh: false },
  comesBefore: { words: 'is not applied before', forward: true, refresh: false },
  notifies: { words: 'does not refresh', forward: true, refresh: true },
  subscribesTo: { words: 'is not refreshed by', forward: false, refresh: true },
} as const;

export type Relationship = keyof typeof relationships;

const MAX_LISTED = 5;

/** Why a relationship does not hold; empty where it does. */
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
  if (ordered !== undefined) return `they are ordered, and no refresh passes: ${formatPath(ordered)}`;
  const reverse = findPath(catalog, second, first, false);
  if (reverse !== undefined) return `it is the other way round: ${formatPath(reverse)}`;
  return 'nothing orders them';
}

function describeAdjacent(
  catalog: Catalog,
  resource: CatalogResource,
  side: 'before' | 'after',
  refresh: boolean,
): string {
  const near = findAdjacent(catalog, resource, side, refresh);
  const what = refresh
    ? side === 'after'
      ? 'what it refreshes'
      : 'what refreshes it'
    : `what comes right ${side} it`;
  if (near.length === 0) return `${what}: nothing`;
  const listed = near.slice(0, MAX_LISTED).map(({ reference }) => reference);
  const more = near.length > MAX_LISTED ? ` and ${near.length - MAX_LISTED} more` : '';
  return `${what}: ${listed.join(', ')}${more}`;
}
