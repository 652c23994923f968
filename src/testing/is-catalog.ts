import type { Catalog } from '../catalog/catalog.js';

/** Returns whether a value is a compiled catalog of any copy of the library. */
export function isCatalog(value: unknown): value is Catalog {
  if (typeof value !== 'object' || value === null) return false;
  const { resources, relations, find }: Partial<Record<keyof Catalog, unknown>> = value;
  return Array.isArray(resources) && Array.isArray(relations) && typeof find === 'function';
}
