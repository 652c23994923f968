import { brandClass } from '../errors/brand-class.js';
import type { Diagnostic } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';

/**
 * Thrown by `changeAll` if it knows which of its members have failed and that the others are in sync: then none of them
 * is changed a second time to find that out.
 */
export class PartialFailure extends GlanceApplyError {
  static {
    brandClass(PartialFailure, 'partial-failure');
  }

  /** @param failures The errors by title. */
  constructor(private readonly failures: ReadonlyMap<string, Diagnostic>) {
    super([...failures.values()]);
    this.name = 'PartialFailure';
  }

  /** Returns the error of a member; undefined if it is in sync. */
  of(title: string): GlanceApplyError | undefined {
    const why = this.failures.get(title);
    return why && new GlanceApplyError(why);
  }
}
