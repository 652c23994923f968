import type { Catalog } from '../catalog/catalog.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { fail } from './fail.js';
import { relationGraphOf } from './relations/relation-graph.js';

/** Asserts that the catalog can be applied: its relations do not form a cycle. */
export function assertCompiles(catalog: Catalog): void {
  const reason = findCycle(catalog);
  if (reason !== undefined) fail(['the catalog cannot be applied:', `  ${reason}`], assertCompiles);
}

/** Asserts that the catalog cannot be applied because its relations form a cycle. */
export function assertHasCycle(catalog: Catalog): void {
  if (findCycle(catalog) === undefined) fail('the catalog has no cycle', assertHasCycle);
}

/**
 * Asserts that the catalog can be applied, and that it contains everything that its relations and containers refer to.
 * A manifest with a dangling reference does not compile; a catalog that was read from a file may contain one.
 */
export function assertCompilesWithAllDependencies(catalog: Catalog): void {
  const known = (index: number) => catalog.resources[index]?.index === index;
  const dangling = [
    ...catalog.relations
      .filter(({ source, target }) => !known(source) || !known(target))
      .map(
        ({ source, target }) => `a relation between ${name(catalog, source)} and ${name(catalog, target)}`,
      ),
    ...catalog.resources
      .filter(({ containers }) => !containers.every(known))
      .map(({ reference }) => `the container of ${reference}`),
  ];
  if (dangling.length > 0)
    fail(
      ['the catalog refers to resources that are not in it:', ...dangling.map((line) => `  ${line}`)],
      assertCompilesWithAllDependencies,
    );
  assertCompiles(catalog);
}

function findCycle(catalog: Catalog): string | undefined {
  try {
    relationGraphOf(catalog);
    return undefined;
  } catch (error) {
    if (GlanceApplyError.is(error)) return error.message;
    throw error;
  }
}

function name(catalog: Catalog, index: number): string {
  return catalog.resources[index]?.reference ?? 'nothing';
}
