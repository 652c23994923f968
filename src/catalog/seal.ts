import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import type { Place } from '../errors/place.js';

/** Refuses what is declared after the catalog was made, because it would not be part of the catalog. */
export class Seal {
  /** What was declared too late. */
  readonly late: Diagnostic[] = [];
  #isClosed = false;

  /** From now on, everything that is declared is refused. */
  close(): void {
    this.#isClosed = true;
  }

  /**
   * Called by everything that adds to the catalog.
   * @param what A sentence on what is done: `Package[x] is declared`.
   * @throws {GlanceApplyError} at its place if the catalog is made already.
   */
  refuseLate(what: () => string, { place }: { readonly place: Place | undefined }): void {
    if (!this.#isClosed) return;
    const late = problem('declaration.late', `${what()} after the manifest was compiled`, {
      place,
      hint: 'make the function of the manifest async and await what it starts; for…of waits where forEach does not',
    });
    // The error may be caught by nobody, or dropped by the manifest.
    this.late.push(late);
    throw new GlanceApplyError(late);
  }
}
