import type { CatalogResource } from '../../catalog/catalog.js';

/**
 * Returns the fingerprint of the desired state of a resource, by which a later run recognizes that it is the same.
 * Secrets are not part of it: a short one could be guessed from it.
 */
export function fingerprint({ desired, secrets }: CatalogResource): string {
  const attributes =
    secrets.size === 0 ? desired : Object.entries(desired).filter(([name]) => !secrets.has(name));
  return digest(JSON.stringify(attributes));
}

/**
 * Returns a 64-bit hash: FNV-1a in two lanes, the second of the mixed values of the first. It does not resist deliberate
 * collisions, and for short strings it costs a fraction of a cryptographic hash.
 */
function digest(text: string): string {
  let one = 0x811c9dc5;
  let two = text.length;
  for (let index = 0; index < text.length; index++) {
    one = Math.imul(one ^ text.charCodeAt(index), 0x01000193);
    two = Math.imul(two ^ (one >>> 13), 0x85ebca6b);
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36).padStart(7, '0');
}
