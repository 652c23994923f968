import type { AttributeTable } from '../catalog/attribute.js';
import type { CatalogResource } from '../catalog/catalog.js';

/** Returns the attributes of a resource's native type; a class or an instance of a defined type has none. */
export function attributesOf({ definition }: Pick<CatalogResource, 'definition'>): AttributeTable {
  return definition?.attributes ?? {};
}
