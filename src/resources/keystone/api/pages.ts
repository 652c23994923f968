import { Unreached } from './api-error.js';
import type { Query } from './api-url.js';
import type { ApiAnswer } from './ask.js';

/** A thing that an API keeps, as its JSON says it. */
export type Thing = Readonly<Record<string, unknown>> & { readonly id: string };

/** What a list has. */
export interface Listing<T> {
  readonly things: readonly T[];
  /** The server has more, and does not say how to get at it: Keystone's list_limit. */
  readonly isCut: boolean;
}

/**
 * Everything that is in a list, through all its pages. Of the address of the next page only the query is taken: nobody
 * is sent elsewhere with a token.
 * @param key What the list is called in the answers.
 * @throws {Unreached} where an answer is no list.
 */
export async function throughPages<T extends object = Thing>(
  key: string,
  query: Query,
  page: (query: Query) => Promise<ApiAnswer>,
): Promise<Listing<T>> {
  const things: T[] = [];
  const seen = new Set<string>();
  let isCut = false;
  for (let asked: Query | undefined = query; asked !== undefined; ) {
    const body = (await page(asked)).body as Readonly<Record<string, unknown>> | undefined;
    const list = body?.[key];
    if (!Array.isArray(list))
      throw new Unreached(`a list of ${key} was asked for, and the answer has none`, true);
    things.push(...(list as T[]));
    isCut ||= body?.truncated === true;
    const next = nextIn(body);
    asked = next === undefined || seen.has(next) ? undefined : queryIn(next);
    if (next !== undefined) seen.add(next);
  }
  return { things, isCut };
}

/** Keystone says it among the links, Glance beside the list. */
function nextIn(body: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const next = (body?.links as { next?: unknown } | undefined)?.next ?? body?.next;
  return typeof next === 'string' && next !== '' ? next : undefined;
}

function queryIn(address: string): Query {
  return Object.fromEntries(new URL(address, 'http://page').searchParams);
}
