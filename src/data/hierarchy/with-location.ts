import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { Place } from '../../errors/source-location.js';

/** Runs work whose errors have this place unless they name one themselves. */
export function withPlace<T>(place: Place | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    throw new GlanceApplyError(error.diagnostics.map((one) => ({ ...one, place: one.place ?? place })));
  }
}
