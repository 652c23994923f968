import { acrossCopies } from '../errors/across-copies.js';
import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import type { Resource } from './resource.js';

/** Thrown by `Scope.fail`; becomes a diagnostic at the place of the class that threw it. */
export class CompilationFailure extends Error {
  static {
    acrossCopies(CompilationFailure, 'compilation-failure');
  }

  constructor(
    message: string,
    readonly hint: string | undefined,
    /** The parameter that is to blame, for the place of the message. */
    readonly parameter?: string | undefined,
    /** What refuses the catalog, where it is not what was being declared. */
    readonly by?: Resource | undefined,
  ) {
    super(message);
    this.name = 'CompilationFailure';
  }
}

/** What the body of a container has thrown, as a complaint at the place of the container. */
export function diagnoseThrown(container: Resource, error: unknown): Diagnostic {
  if (error instanceof CompilationFailure) {
    const { by = container, parameter } = error;
    return problem('class.refused', `${by}: ${error.message}`, {
      place: parameter === undefined ? by.place : by.placeOf(parameter),
      hint: error.hint,
    });
  }
  if (GlanceApplyError.is(error) && error.diagnostics[0] !== undefined) {
    const first = error.diagnostics[0];
    return { ...first, place: first.place ?? container.place };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return problem('class.threw', `${container} failed while it was compiled: ${reason}`, {
    place: container.place,
  });
}
