import type { Catalog } from '../catalog/catalog.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { fail } from './fail.js';
import { relationGraphOf } from './relations/relation-graph.js';

/** The catalog can be applied: its relations close no cycle. */
export function assertCompiles(catalog: Catalog): void {
  const reason = findCycle(catalog);
  if (reason !== undefined) fail(['the catalog cannot be applied:', `  ${reason}`], assertCompiles);
}

/** The catalog cannot be applied: its relations close a cycle. */
export function assertHasCycle(catalog: Catalog): void {
  if (findCycle(catalog) === undefined) fail('the catalog has no cycle', assertHasCycle);
}

/**
 * The catalog can be applied, and all that its relations and containers name is in it. A manifest that names
 * something else is refused already; a catalog that was read from elsewhere need not be.
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
      ['the catalog names what is not in it:', ...dangling.map((line) => `  ${line}`)],
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
