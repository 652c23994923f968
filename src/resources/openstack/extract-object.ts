import { UnreachableError } from './api-error.js';
import type { ApiObject } from './pages.js';
import type { ApiResponse } from './request.js';

/**
 * Returns the object in a response.
 * @param key Its key in the response; undefined if the response is the object itself.
 * @param what Names the object in messages: `a user`.
 * @throws {UnreachableError} if the response has no such object.
 */
export function extractObject<T extends ApiObject>(
  { body }: ApiResponse,
  key: string | undefined,
  what: string,
): T {
  const hash = body as Readonly<Record<string, unknown>> | undefined | null;
  const object = (key === undefined ? hash : hash?.[key]) as Partial<ApiObject> | undefined | null;
  if (typeof object === 'object' && typeof object?.id === 'string') return object as T;
  throw new UnreachableError(`the answer does not contain ${what}; see what listens there`, true);
}
