import type { AttributeTable } from '../catalog/attribute.js';
import type { CatalogResource } from '../catalog/catalog.js';

/** The attributes of the type of a resource: a class or an instance of a defined type has none that are on the host. */
export function attributesOf({ definition }: Pick<CatalogResource, 'definition'>): AttributeTable {
  return definition?.attributes ?? {};
}
