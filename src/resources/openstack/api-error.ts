import { markOutcomeUnknown } from '../../errors/outcome-unknown.js';

/** An API could not be reached, or what came back was no answer of its own. */
export class UnreachableError extends Error {
  constructor(
    message: string,
    /** False where nothing was sent: asking again cannot do anything twice. */
    readonly wasSent: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'Unreached';
    if (wasSent) markOutcomeUnknown(this);
  }
}

/** An API answered, and the answer is a refusal. */
export class ApiError extends Error {
  constructor(
    message: string,
    /** The HTTP status. */
    readonly status: number,
  ) {
    super(message);
    this.name = 'ApiError';
    // A server that failed at its work, or something before it that gave up waiting, may have done it all the same.
    if (status >= 500) markOutcomeUnknown(this);
  }
}

/** Nobody said how to log in. */
export class NoCredentialsError extends Error {
  constructor(
    message: string,
    /** There are files about it that this user may not read. */
    readonly isDenied = false,
  ) {
    super(message);
    this.name = 'NoCredentials';
  }
}

/** Whether an error is about the API itself, and not about the one thing that was asked for. */
export function isApiUnusable(error: unknown): error is Error {
  if (error instanceof NoCredentialsError || error instanceof UnreachableError) return true;
  return error instanceof ApiError && (error.status >= 500 || error.status === 401 || error.status === 403);
}
