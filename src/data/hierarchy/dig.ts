import { raise } from '../../errors/glance-apply-error.js';
import { Secret } from '../../secrets/secret.js';
import type { LookupKey } from './lookup-key.js';
import { kindOf } from './values.js';

/** Stands for what is not there; `null` is a value. */
export const missing: unique symbol = Symbol('nothing');

/**
 * Follows the segments of a key into a value.
 * @throws {GlanceApplyError} where a segment asks for a member of what has none.
 */
export function dig(value: unknown, { text, segments }: Pick<LookupKey, 'text' | 'segments'>): unknown {
  let found = value;
  for (const segment of segments) {
    if (found === null || found === undefined) return missing;
    if (Secret.is(found)) {
      const inner = dig(found.reveal(), { text, segments: [segment] });
      if (inner === missing) return missing;
      found = new Secret(inner);
      continue;
    }
    if (Array.isArray(found) && typeof segment === 'number') {
      if (segment < 0 || segment >= found.length) return missing;
      found = found[segment];
    } else if (found instanceof Map) {
      if (!found.has(String(segment))) return missing;
      found = found.get(String(segment));
    } else if (typeof found === 'object' && !Array.isArray(found)) {
      if (!Object.hasOwn(found, segment)) return missing;
      found = (found as Readonly<Record<string, unknown>>)[segment];
    } else {
      raise('data.dig', `'${text}' asks for '${segment}' in ${kindOf(found)}`, {
        hint: 'dots lead into hashes, and numbers into lists',
      });
    }
  }
  return found;
}
