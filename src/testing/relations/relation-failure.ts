import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import { neighbours, pathBetween, pathInWords } from './order.js';

/** How a spec may relate a resource to another, and how that reads. */
const relationships = {
  requires: { words: 'is not applied after', forward: false, refresh: false },
  comesBefore: { words: 'is not applied before', forward: true, refresh: false },
  notifies: { words: 'does not refresh', forward: true, refresh: true },
  subscribesTo: { words: 'is not refreshed by', forward: false, refresh: true },
} as const;

export type Relationship = keyof typeof relationships;

const MOST = 5;

/** Why a relationship does not hold; empty where it does. */
export function relationFailure(
  catalog: Catalog,
  resource: CatalogResource,
  relationship: Relationship,
  other: CatalogResource,
): readonly string[] {
  const { words, forward, refresh } = relationships[relationship];
  const [first, second] = forward ? [resource, other] : [other, resource];
  if (pathBetween(catalog, first, second, refresh) !== undefined) return [];
  return [
    `it ${words} ${other.reference}: ${reason(catalog, first, second, refresh)}`,
    surroundings(catalog, resource, forward ? 'after' : 'before', refresh),
  ];
}

function reason(catalog: Catalog, first: CatalogResource, second: CatalogResource, refresh: boolean): string {
  const ordered = refresh ? pathBetween(catalog, first, second, false) : undefined;
  if (ordered !== undefined) return `they are ordered, and no refresh passes: ${pathInWords(ordered)}`;
  const reverse = pathBetween(catalog, second, first, false);
  if (reverse !== undefined) return `it is the other way round: ${pathInWords(reverse)}`;
  return 'nothing orders them';
}

function surroundings(
  catalog: Catalog,
  resource: CatalogResource,
  side: 'before' | 'after',
  refresh: boolean,
): string {
  const near = neighbours(catalog, resource, side, refresh);
  const what = refresh
    ? side === 'after'
      ? 'what it refreshes'
      : 'what refreshes it'
    : `what comes right ${side} it`;
  if (near.length === 0) return `${what}: nothing`;
  const listed = near.slice(0, MOST).map(({ reference }) => reference);
  const more = near.length > MOST ? ` and ${near.length - MOST} more` : '';
  return `${what}: ${listed.join(', ')}${more}`;
}
