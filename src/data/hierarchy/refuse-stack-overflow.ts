import { raise } from '../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../errors/source-location.js';

/**
 * Runs work that is recursive, and reports an exhausted stack as a problem of the value at this location: values that are
 * nested deeply and refer to one another multiply what each limit alone allows.
 * @throws {GlanceApplyError} `data.depth`
 */
export function refuseStackOverflow<T>(location: SourceLocation | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    // With too little of the stack left for this, the next caller reports it.
    if (error instanceof RangeError && error.message.includes('call stack'))
      raise('data.depth', 'it and the values that it refers to are nested too deeply to be evaluated', {
        hint: 'check where the file is from',
        location,
      });
    throw error;
  }
}
