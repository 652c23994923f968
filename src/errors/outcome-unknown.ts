import { GlanceApplyError } from './glance-apply-error.js';

const brand = Symbol.for('glance-apply.unsettled');

/**
 * Marks an error as one that does not say what became of the request: a server that was asked and did not answer, or
 * answered that something before it gave up. What was asked for may have been done, or may still be.
 * @returns the same error.
 */
export function markOutcomeUnknown<E extends Error>(error: E): E {
  return Object.defineProperty(error, brand, { value: true });
}

/** Whether an error, or one that it was caused by, leaves open what became of the request. */
export function isOutcomeUnknown(error: unknown): boolean {
  const seen = new Set<unknown>();
  for (let one = error; typeof one === 'object' && one !== null && !seen.has(one); ) {
    if (brand in one) return true;
    if (GlanceApplyError.is(one) && one.diagnostics.some((diagnostic) => diagnostic.outcomeUnknown))
      return true;
    seen.add(one);
    one = (one as { readonly cause?: unknown }).cause;
  }
  return false;
}
