import type { Catalog, CatalogResource } from '../../catalog/catalog.js';

/** The catalog with no time between two tries: what fails on a simulated host does so every time. */
export function withoutDelays(catalog: Catalog): Catalog {
  if (catalog.resources.every(({ retry }) => retry.tries === 1)) return catalog;
  const resources = catalog.resources.map(atOnce);
  return {
    ...catalog,
    resources,
    find: (type, title) => {
      const found = catalog.find(type, title);
      return found && resources[found.index];
    },
  };
}

function atOnce(resource: CatalogResource): CatalogResource {
  const { index, type, title, reference, containers, parameters, definition, wanted, secrets } = resource;
  const { name, noop, loglevel, schedule, retry, tags, place, provenance } = resource;
  const rest = { name, noop, loglevel, schedule, tags, place, provenance, retry: { ...retry, delay: 0 } };
  return { index, type, title, reference, containers, parameters, definition, wanted, secrets, ...rest };
}
