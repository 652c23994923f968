import type { AttributeTable } from '../../catalog/attribute.js';
import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import type { AutoRelations, CatalogView } from '../../catalog/native-type-definition.js';
import { toProviderValues } from '../../catalog/secret-attributes.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Edge, EdgeOrigin } from './edges.js';
import type { Layout } from './layout.js';

/** Returns the edges that types add by themselves, such as from a directory to the files in it. */
export function automaticEdges(catalog: Catalog, { firsts, lasts }: Layout): Edge[] {
  const edges: Edge[] = [];
  let byType: ReadonlyMap<string, readonly CatalogResource[]> | undefined;
  const view: CatalogView = {
    has: (type, title) => catalog.find(type, title) !== undefined,
    all: (type) => {
      byType ??= groupByType(catalog);
      return byType.get(type) ?? [];
    },
  };

  const add = (
    resource: CatalogResource,
    origin: EdgeOrigin,
    relations: AutoRelations<AttributeTable> | undefined,
  ) => {
    if (relations === undefined) return;
    const forward = origin === 'autobefore' || origin === 'autonotify';
    const refresh = origin === 'autonotify' || origin === 'autosubscribe';
    for (const reference of relations(toProviderValues(resource), view)) {
      const other = catalog.find(reference.type, reference.title);
      if (other === undefined || other === resource) continue;
      const [before, after] = forward ? [resource, other] : [other, resource];
      const [source, target] = [ensureDefined(lasts[before.index]), ensureDefined(firsts[after.index])];
      edges.push({ source, target, refresh, origin, relation: -1 });
    }
  };

  for (const resource of catalog.resources) {
    const { definition } = resource;
    if (definition === undefined) continue;
    add(resource, 'autorequire', definition.autorequire);
    add(resource, 'autobefore', definition.autobefore);
    add(resource, 'autonotify', definition.autonotify);
    add(resource, 'autosubscribe', definition.autosubscribe);
  }
  return edges;
}

function groupByType({ resources }: Catalog): Map<string, CatalogResource[]> {
  const byType = new Map<string, CatalogResource[]>();
  for (const resource of resources) {
    const known = byType.get(resource.type);
    if (known === undefined) byType.set(resource.type, [resource]);
    else known.push(resource);
  }
  return byType;
}
