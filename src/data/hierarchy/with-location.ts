import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../errors/source-location.js';

/** Runs work whose errors have this location unless they name one themselves. */
export function withLocation<T>(location: SourceLocation | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    throw new GlanceApplyError(
      error.diagnostics.map((one) => ({ ...one, location: one.location ?? location })),
    );
  }
}
