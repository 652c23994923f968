import { Unreached } from './api-error.js';
import type { ApiAnswer } from './ask.js';
import type { Thing } from './pages.js';

/**
 * The one thing that an answer has.
 * @param key What it is called in the answer; undefined where the answer is the thing itself.
 * @throws {Unreached} where it has none.
 */
export function thingIn<T extends Thing>({ body }: ApiAnswer, key: string | undefined, what: string): T {
  const hash = body as Readonly<Record<string, unknown>> | undefined | null;
  const thing = (key === undefined ? hash : hash?.[key]) as Partial<Thing> | undefined | null;
  if (typeof thing === 'object' && typeof thing?.id === 'string') return thing as T;
  throw new Unreached(`${what} was asked for, and the answer has none; see what listens there`, true);
}
