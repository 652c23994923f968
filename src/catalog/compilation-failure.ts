import { brandClass } from '../errors/brand-class.js';
import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError, messageOf } from '../errors/glance-apply-error.js';
import type { Resource } from './resource.js';

/** Thrown by `Scope.fail`; becomes a diagnostic at the source location of the class that threw it. */
export class CompilationFailure extends Error {
  static {
    brandClass(CompilationFailure, 'compilation-failure');
  }

  constructor(
    message: string,
    readonly hint: string | undefined,
    /** The parameter that caused the failure; the message refers to its source location. */
    readonly parameter?: string | undefined,
    /** The resource that rejects the catalog, if it is not the one that was being declared. */
    readonly by?: Resource | undefined,
  ) {
    super(message);
    this.name = 'CompilationFailure';
  }
}

/**
 * Converts an error that the body of a container threw into diagnostics, at the location of the container if they have
 * none.
 */
export function diagnoseError(container: Resource, error: unknown): readonly Diagnostic[] {
  if (error instanceof CompilationFailure) return [diagnoseFailure(container, error)];
  if (GlanceApplyError.is(error)) {
    const diagnostics = error.diagnostics.map((one) => ({
      ...one,
      location: one.location ?? container.location,
    }));
    // With warnings alone, the catalog would be accepted with only half of what the body declares.
    if (diagnostics.some(({ severity }) => severity === 'error')) return diagnostics;
  }
  return [
    problem('class.threw', `${container} failed while it was compiled: ${messageOf(error)}`, {
      location: container.location,
    }),
  ];
}

/** Returns the diagnostic of a failure, at the source location of the container or of its parameter. */
export function diagnoseFailure(container: Resource, failure: CompilationFailure): Diagnostic {
  const { by = container, message, hint, parameter } = failure;
  return problem('class.refused', `${by}: ${message}`, {
    location: parameter === undefined ? by.location : by.locationOf(parameter),
    hint,
  });
}
