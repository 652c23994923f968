import { ApiError, UnreachableError } from './api-error.js';
import type { Method } from './http-client.js';
import type { ApiRequest } from './request.js';

/** What may be asked again without doing anything twice. */
const IDEMPOTENT_METHODS: ReadonlySet<Method> = new Set<Method>(['GET', 'HEAD', 'PUT', 'DELETE']);

const TRANSIENT_STATUSES = new Set([429, 500, 502, 503, 504]);

/** Answers of something that stands before a service which is not up yet. */
const STARTING_STATUSES = new Set([502, 503, 504]);

/** What of a request says whether it may be made twice. */
export type RetriedRequest = Pick<ApiRequest, 'method' | 'body'>;

/**
 * Whether a request may be made again after a failure. One that makes something may be only where the server never
 * heard of it: an answer that was lost does not say what was done.
 */
export function canRetry(request: RetriedRequest, error: unknown): boolean {
  if (error instanceof UnreachableError) return !error.wasSent || isIdempotent(request);
  return error instanceof ApiError && isTransientStatus(error.status) && isIdempotent(request);
}

/** Whether an answer is one that the next try may well not get. */
export function isTransientStatus(status: number): boolean {
  return TRANSIENT_STATUSES.has(status);
}

/**
 * Whether it was refused with a 403, which does nothing and so may be asked again. It need not be meant: each process
 * of a service that runs on oslo.policy reads its policy at its first request (Enforcer.load_rules, 4.0), and refuses
 * what comes meanwhile in another of its threads.
 */
export function mayBeAllowedSoon(error: unknown): boolean {
  return error instanceof ApiError && error.status === 403;
}

/** A change that says what attributes are to be is the same however often it is made; one of steps may add something. */
function isIdempotent({ method, body }: RetriedRequest): boolean {
  return IDEMPOTENT_METHODS.has(method) || (method === 'PATCH' && !Array.isArray(body));
}

/** Whether nobody has heard of the request. */
export function wasNeverSent(error: unknown): boolean {
  return error instanceof UnreachableError && !error.wasSent;
}

/** Whether a failure is what a service looks like that was only just started. */
export function mayBeStarting(error: unknown): boolean {
  return wasNeverSent(error) || (error instanceof ApiError && STARTING_STATUSES.has(error.status));
}
