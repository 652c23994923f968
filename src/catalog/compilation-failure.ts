import { brandClass } from '../errors/brand-class.js';
import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError, messageOf } from '../errors/glance-apply-error.js';
import type { Resource } from './resource.js';

/** Thrown by `Scope.fail`; becomes a diagnostic at the place of the class that threw it. */
export class CompilationFailure extends Error {
  static {
    brandClass(CompilationFailure, 'compilation-failure');
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

/** What the body of a container has thrown, as complaints at the place of the container where they name none. */
export function diagnoseError(container: Resource, error: unknown): readonly Diagnostic[] {
  if (error instanceof CompilationFailure) return [diagnoseFailure(container, error)];
  if (GlanceApplyError.is(error)) {
    const diagnostics = error.diagnostics.map((one) => ({ ...one, place: one.place ?? container.place }));
    // Warnings alone would let the catalog through with half of what the body declares.
    if (diagnostics.some(({ severity }) => severity === 'error')) return diagnostics;
  }
  return [
    problem('class.threw', `${container} failed while it was compiled: ${messageOf(error)}`, {
      place: container.place,
    }),
  ];
}

/** What a container refuses, as a complaint at its place or at that of its parameter. */
export function diagnoseFailure(container: Resource, failure: CompilationFailure): Diagnostic {
  const { by = container, message, hint, parameter } = failure;
  return problem('class.refused', `${by}: ${message}`, {
    place: parameter === undefined ? by.place : by.placeOf(parameter),
    hint,
  });
}
