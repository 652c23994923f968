import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError, messageOf } from '../errors/glance-apply-error.js';
import type { SourceLocation } from '../errors/source-location.js';
import { firstUserFrame } from './position.js';

/**
 * Converts anything that a manifest threw into an error with diagnostics, with the location in the manifest.
 * @param file The location if the error does not contain one.
 */
export function diagnoseManifestError(
  error: unknown,
  during: 'it was loaded' | 'it was compiled' | 'the process ended',
  file?: string,
): GlanceApplyError {
  const location = frameOf(error);
  if (GlanceApplyError.is(error)) {
    const located = error.diagnostics.map((one): Diagnostic => (one.location ? one : { ...one, location }));
    return new GlanceApplyError(located, { cause: error });
  }
  const name = error instanceof Error && error.name !== 'Error' ? `${error.name}: ` : '';
  const what =
    error instanceof Error ? `${name}${messageOf(error)}` : `${inWords(error)}, which is not an Error`;
  return new GlanceApplyError(
    problem('manifest.threw', `the manifest threw while ${during}: ${what}`, {
      location: location ?? (file === undefined ? undefined : { file, line: 1 }),
    }),
    { cause: error },
  );
}

function frameOf(error: unknown): SourceLocation | undefined {
  return error instanceof Error ? firstUserFrame(error.stack ?? '') : undefined;
}

function inWords(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null
    ? 'an object'
    : (JSON.stringify(thrown) ?? String(thrown));
}
