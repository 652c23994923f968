import { UnreachableError } from './api-error.js';
import type { ApiObject } from './pages.js';
import type { ApiResponse } from './request.js';

/**
 * The one thing that an answer has.
 * @param key What it is called in the answer; undefined where the answer is the thing itself.
 * @throws {UnreachableError} where it has none.
 */
export function extractObject<T extends ApiObject>(
  { body }: ApiResponse,
  key: string | undefined,
  what: string,
): T {
  const hash = body as Readonly<Record<string, unknown>> | undefined | null;
  const thing = (key === undefined ? hash : hash?.[key]) as Partial<ApiObject> | undefined | null;
  if (typeof thing === 'object' && typeof thing?.id === 'string') return thing as T;
  throw new UnreachableError(`${what} was asked for, and the answer has none; see what listens there`, true);
}
