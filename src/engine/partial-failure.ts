import { brandClass } from '../errors/brand-class.js';
import type { Diagnostic } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';

/**
 * What `changeAll` throws where it knows which of its members have failed, and that the others are as wanted: then
 * none of them is changed a second time to find that out.
 */
export class PartialFailure extends GlanceApplyError {
  static {
    brandClass(PartialFailure, 'partial-failure');
  }

  /** @param failures By title. */
  constructor(private readonly failures: ReadonlyMap<string, Diagnostic>) {
    super([...failures.values()]);
    this.name = 'PartialFailure';
  }

  /** What went wrong with one of the members; undefined where it is as wanted. */
  of(title: string): GlanceApplyError | undefined {
    const why = this.failures.get(title);
    return why && new GlanceApplyError(why);
  }
}
