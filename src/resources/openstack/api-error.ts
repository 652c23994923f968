import { markOutcomeUnknown } from '../../errors/outcome-unknown.js';

/** An API could not be reached, or the response does not come from the API. */
export class UnreachableError extends Error {
  constructor(
    message: string,
    /** False if nothing was sent: the request can be repeated without doing anything twice. */
    readonly wasSent: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'UnreachableError';
    if (wasSent) markOutcomeUnknown(this);
  }
}

/** An API refused a request. */
export class ApiError extends Error {
  constructor(
    message: string,
    /** The HTTP status. */
    readonly status: number,
  ) {
    super(message);
    this.name = 'ApiError';
    // A server that failed, or a gateway in front of it that stopped waiting, may still have made the change.
    if (status >= 500) markOutcomeUnknown(this);
  }
}

/** No source of credentials is sufficient to log in. */
export class NoCredentialsError extends Error {
  constructor(
    message: string,
    /** Whether there are files with credentials that this user cannot read. */
    readonly isDenied = false,
  ) {
    super(message);
    this.name = 'NoCredentialsError';
  }
}

/** Returns whether an error concerns access to the API as a whole, and not one object in it. */
export function isApiUnusable(error: unknown): error is Error {
  if (error instanceof NoCredentialsError || error instanceof UnreachableError) return true;
  return error instanceof ApiError && (error.status >= 500 || isUnauthorized(error) || isForbidden(error));
}

/** Returns whether an API rejected the credentials or the token. */
export function isUnauthorized(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** Returns whether an API knows the user, and the user lacks the right. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ApiError && error.status === 403;
}

/** Returns whether an API does not have the object of a request. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}
