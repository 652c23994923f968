import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import type { SourceLocation } from '../errors/source-location.js';

/** Refuses declarations after the catalog was built, because they would not be part of it. */
export class Seal {
  /** The errors of declarations that came too late. */
  readonly late: Diagnostic[] = [];
  #isClosed = false;

  /** Refuses all declarations from now on. */
  close(): void {
    this.#isClosed = true;
  }

  /**
   * Called by everything that adds to the catalog.
   * @param what Returns a sentence about the operation: `Package[x] is declared`.
   * @throws {GlanceApplyError} at its source location if the catalog has already been built.
   */
  refuseLate(what: () => string, owner: { readonly location: SourceLocation | undefined }): void {
    if (!this.#isClosed) return;
    const late = problem('declaration.late', `${what()} after the manifest was compiled`, {
      // Read only now: finding it in the stack is expensive, and every declaration calls this method.
      location: owner.location,
      hint: 'make the function of the manifest async and await what it starts; for…of waits where forEach does not',
    });
    // The caller might not handle the error, or the manifest might discard it.
    this.late.push(late);
    throw new GlanceApplyError(late);
  }
}
