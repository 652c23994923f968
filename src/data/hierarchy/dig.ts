import { raise } from '../../errors/glance-apply-error.js';
import { Secret } from '../../secrets/secret.js';
import { isHash } from '../is-hash.js';
import type { LookupKey } from './lookup-key.js';
import { kindOf } from './values.js';

/** Marks a value that does not exist; `null` is a value. */
export const missing: unique symbol = Symbol('nothing');

/**
 * Returns the part of a value that the segments of a key lead to.
 * @throws {GlanceApplyError} if a segment addresses a member of a value that has no members.
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
    } else if (isHash(found)) {
      if (!Object.hasOwn(found, segment)) return missing;
      found = found[segment];
    } else {
      raise('data.dig', `'${text}' addresses '${segment}' in ${kindOf(found)}`, {
        hint: 'dots lead into hashes, and numbers into lists',
      });
    }
  }
  return found;
}
