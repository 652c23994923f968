import type { Catalog } from '../catalog/catalog.js';
import type { RunOptions } from '../engine/run-options.js';

/** Loads the types that `resources` can purge. They are all types, so they are loaded only if a catalog needs them. */
export async function loadPurgeableTypes(
  catalogs: readonly Catalog[],
): Promise<NonNullable<RunOptions['types']>> {
  if (catalogs.every(({ resources }) => resources.every(({ type }) => type !== 'resources')))
    return new Map();
  const { vocabulary } = await import('../classes/vocabulary.js');
  return new Map([...vocabulary.types].map(([name, { definition }]) => [name, definition]));
}
