import { type Diagnostic, problem } from '../errors/diagnostic.js';
import type { Unfinished } from './pending-work.js';

/** Describes work that a manifest has started and not finished. */
export function diagnoseUnfinished({ what, location }: Unfinished): Diagnostic {
  return problem('manifest.unfinished', `the manifest has ended, and ${what} that it started has not`, {
    location,
    hint: 'make its function async and await it; what is meant to go on, such as a timer of a library, is let go of by unref()',
  });
}
