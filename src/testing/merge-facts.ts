import type { Facts } from '../data/facts.js';
import { isHash } from '../data/is-hash.js';

/** Merges facts. Hashes are merged recursively, other values of later layers replace those of earlier ones. */
export function mergeFacts(...layers: readonly Facts[]): Facts {
  const result: Record<string, unknown> = {};
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer)) {
      const under = result[name];
      result[name] = isHash(under) && isHash(value) ? mergeFacts(under, value) : value;
    }
  }
  return result;
}
