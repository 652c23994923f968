import type { Catalog, CatalogResource } from '../../catalog/catalog.js';

/** Removes the delays between retries from a catalog: what fails on a simulated host fails every time. */
export function removeRetryDelays(catalog: Catalog): Catalog {
  if (catalog.resources.every(({ retry }) => retry.tries === 1)) return catalog;
  const resources = catalog.resources.map(removeRetryDelay);
  return {
    ...catalog,
    resources,
    find: (type, title) => {
      const found = catalog.find(type, title);
      return found && resources[found.index];
    },
  };
}

function removeRetryDelay(resource: CatalogResource): CatalogResource {
  const { index, type, title, reference, containers, declaredIn } = resource;
  const { parameters, definition, desired, secrets, name, noop, loglevel, schedule, retry } = resource;
  const { tags, location, provenance } = resource;
  return {
    ...{ index, type, title, reference, containers, declaredIn },
    ...{
      parameters,
      definition,
      desired,
      secrets,
      name,
      noop,
      loglevel,
      schedule,
      tags,
      location,
      provenance,
    },
    retry: { ...retry, delay: 0 },
  };
}
