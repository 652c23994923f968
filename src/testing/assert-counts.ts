import type { Catalog, CatalogResource } from '../catalog/catalog.js';
import type { Declarable } from './declarable.js';
import { fail } from './fail.js';

/** Asserts the number of resources of a type, or of all types and defined types. Classes are not counted. */
export function assertResourceCount(catalog: Catalog, count: number): void;
export function assertResourceCount(catalog: Catalog, type: Declarable, count: number): void;
export function assertResourceCount(catalog: Catalog, first: Declarable | number, second?: number): void {
  const type = typeof first === 'number' ? undefined : first.definition.name;
  const count = typeof first === 'number' ? first : second;
  const counted = catalog.resources.filter((one) =>
    type === undefined ? one.type !== 'class' : one.type === type,
  );
  if (counted.length === count) return;
  const what = type === undefined ? 'resources' : `resources of the type ${type}`;
  fail(
    [
      `the catalog has ${counted.length} ${what}, not ${count}:`,
      ...(type === undefined ? countByType(counted) : listReferences(counted)),
    ],
    assertResourceCount,
  );
}

/** Asserts the number of classes. The scope of the manifest, `Class[main]`, is not counted. */
export function assertClassCount(catalog: Catalog, count: number): void {
  const classes = catalog.resources.filter(({ type, title }) => type === 'class' && title !== 'main');
  if (classes.length === count) return;
  fail(
    [`the catalog has ${classes.length} classes, not ${count}:`, ...listReferences(classes)],
    assertClassCount,
  );
}

const MAX_LISTED = 10;

function listReferences(resources: readonly CatalogResource[]): string[] {
  const more = resources.length > MAX_LISTED ? [`  … and ${resources.length - MAX_LISTED} more`] : [];
  return [...resources.slice(0, MAX_LISTED).map(({ reference }) => `  ${reference}`), ...more];
}

function countByType(resources: readonly CatalogResource[]): string[] {
  const counts = new Map<string, number>();
  for (const { type } of resources) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => `  ${type}: ${count}`);
}
