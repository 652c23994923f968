import { ApiError, Unreached } from './api-error.js';
import type { Question } from './ask.js';
import type { Method } from './exchange.js';

/** What may be asked again without doing anything twice. */
const REPEATABLE: ReadonlySet<Method> = new Set<Method>(['GET', 'HEAD', 'PUT', 'DELETE']);

const PASSING = new Set([429, 500, 502, 503, 504]);

/** Answers of something that stands before a service which is not up yet. */
const COMING_UP = new Set([502, 503, 504]);

/** What of a request says whether it may be made twice. */
export type Request = Pick<Question, 'method' | 'body'>;

/**
 * Whether a request may be made again after a failure. One that makes something may be only where the server never
 * heard of it: an answer that was lost does not say what was done.
 */
export function mayRepeat(request: Request, error: unknown): boolean {
  if (error instanceof Unreached) return !error.sent || isRepeatable(request);
  return error instanceof ApiError && isPassing(error.status) && isRepeatable(request);
}

/** Whether an answer is one that the next try may well not get. */
export function isPassing(status: number): boolean {
  return PASSING.has(status);
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
function isRepeatable({ method, body }: Request): boolean {
  return REPEATABLE.has(method) || (method === 'PATCH' && !Array.isArray(body));
}

/** Whether nobody has heard of the request. */
export function isNotThere(error: unknown): boolean {
  return error instanceof Unreached && !error.sent;
}

/** Whether a failure is what a service looks like that was only just started. */
export function mayComeUp(error: unknown): boolean {
  return isNotThere(error) || (error instanceof ApiError && COMING_UP.has(error.status));
}
