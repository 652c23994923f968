import { GlanceApplyError } from './glance-apply-error.js';

const brand = Symbol.for('glance-apply.unsettled');

/**
 * Marks an error as one that leaves the outcome of a request unknown: the server did not answer, or a gateway gave up
 * waiting for it. The requested change may have been made, or may still be made.
 * @returns the same error.
 */
export function markOutcomeUnknown<E extends Error>(error: E): E {
  return Object.defineProperty(error, brand, { value: true });
}

/** Returns whether an error, or one of its causes, leaves the outcome of a request unknown. */
export function isOutcomeUnknown(error: unknown): boolean {
  const seen = new Set<unknown>();
  for (let one = error; typeof one === 'object' && one !== null && !seen.has(one); ) {
    if (brand in one) return true;
    if (GlanceApplyError.is(one) && one.diagnostics.some((diagnostic) => diagnostic.outcomeUnknown))
      return true;
    seen.add(one);
    one = 'cause' in one ? one.cause : undefined;
  }
  return false;
}
