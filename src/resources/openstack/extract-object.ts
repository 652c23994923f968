import { isHash } from '../../data/is-hash.js';
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
  const hash = isHash(body) ? body : undefined;
  const object = key === undefined ? hash : hash?.[key];
  // Which members an object of the API has beside its id is checked where they are read.
  if (isHash(object) && typeof object.id === 'string') return object as Readonly<Record<string, unknown>> & T;
  throw new UnreachableError(
    `the answer does not contain ${what}; check which service listens at this address`,
    true,
  );
}
