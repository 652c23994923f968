import { ApiError, UnreachableError } from './api-error.js';
import type { Method } from './http-client.js';
import type { ApiRequest } from './request.js';

/** Methods that can be repeated without doing anything twice. */
const IDEMPOTENT_METHODS: ReadonlySet<Method> = new Set<Method>(['GET', 'HEAD', 'PUT', 'DELETE']);

const TRANSIENT_STATUSES = new Set([429, 500, 502, 503, 504]);

/** Statuses of a gateway in front of a service that has not started yet. */
const STARTING_STATUSES = new Set([502, 503, 504]);

/** The parts of a request that determine whether it can be repeated. */
export type RetriedRequest = Pick<ApiRequest, 'method' | 'body'>;

/**
 * Returns whether a request can be repeated after a failure. One that creates something can be repeated only if it
 * never reached the server: after a lost response it is unknown what was done.
 */
export function canRetry(request: RetriedRequest, error: unknown): boolean {
  if (error instanceof UnreachableError) return !error.wasSent || isIdempotent(request);
  return error instanceof ApiError && isTransientStatus(error.status) && isIdempotent(request);
}

/** Returns whether the next try may well get another status. */
export function isTransientStatus(status: number): boolean {
  return TRANSIENT_STATUSES.has(status);
}

/** A change to given attributes has the same result however often it is made; a list of steps may add something. */
function isIdempotent({ method, body }: RetriedRequest): boolean {
  return IDEMPOTENT_METHODS.has(method) || (method === 'PATCH' && !Array.isArray(body));
}

/** Returns whether a request did not reach the server. */
export function wasNeverSent(error: unknown): boolean {
  return error instanceof UnreachableError && !error.wasSent;
}

/** Returns whether a failure is one of a service that was just started. */
export function mayBeStarting(error: unknown): boolean {
  return wasNeverSent(error) || (error instanceof ApiError && STARTING_STATUSES.has(error.status));
}
