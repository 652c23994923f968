import type { Facts } from '../data/facts.js';

/** Facts on top of others: hashes are merged, anything else takes the place of what was there. */
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

function isHash(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
