import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import { UnreachableError } from './api-error.js';
import type { Query } from './api-url.js';
import type { ApiResponse } from './request.js';

/** A thing that an API keeps, as its JSON says it. */
export type ApiObject = Readonly<Record<string, unknown>> & { readonly id: string };

/** What a list has. */
export interface Listing<T> {
  readonly items: readonly T[];
  /** The server has more, and does not say how to get at it: Keystone's list_limit. */
  readonly isTruncated: boolean;
}

/** What a list may cost; smaller in specs. */
export type ListBounds = { readonly [K in 'pages' | 'listBytes' | 'list']: number };

/**
 * Everything that is in a list, through all its pages. Of the address of the next page only the query is taken: nobody
 * is sent elsewhere with a token.
 * @param key What the list is called in the answers.
 * @throws {UnreachableError} where an answer is no list, or the list has no end.
 */
export async function readAllPages<T extends object = ApiObject>(
  key: string,
  query: Query,
  page: (query: Query) => Promise<ApiResponse>,
  bounds: ListBounds = NETWORK_BOUNDS,
): Promise<Listing<T>> {
  const things: T[] = [];
  const seen = new Set<string>();
  const end = performance.now() + bounds.list * 1000;
  let isCut = false;
  let size = 0;
  for (let asked: Query | undefined = query; asked !== undefined; ) {
    const answer = await page(asked);
    const body = answer.body as Readonly<Record<string, unknown>> | undefined | null;
    const list = body?.[key];
    if (!Array.isArray(list))
      throw new UnreachableError(`a list of ${key} was asked for, and the answer has none`, true);
    // One after the other: a call with a hundred thousand arguments is none.
    for (const thing of list as unknown[]) {
      if (typeof thing !== 'object' || thing === null)
        throw new UnreachableError(`a list of ${key} was asked for, and has ${typeof thing}s in it`, true);
      things.push(thing as T);
    }
    isCut ||= body?.truncated === true;
    size += answer.size;
    const next = findNextPage(body);
    asked = next === undefined || seen.has(next) ? undefined : parseQuery(next);
    if (next !== undefined) seen.add(next);
    if (
      asked !== undefined &&
      (seen.size >= bounds.pages || size > bounds.listBytes || performance.now() > end)
    )
      throw new UnreachableError(
        `the list of ${key} has no end: after ${seen.size} pages and ${size} characters there is another page; see what listens there`,
        true,
      );
  }
  return { items: things, isTruncated: isCut };
}

/** Keystone says it among the links, Glance beside the list. */
function findNextPage(body: Readonly<Record<string, unknown>> | undefined | null): string | undefined {
  const next = (body?.links as { next?: unknown } | undefined | null)?.next ?? body?.next;
  return typeof next === 'string' && next !== '' ? next : undefined;
}

function parseQuery(address: string): Query {
  if (!URL.canParse(address, 'http://page'))
    throw new UnreachableError(
      'the address of the next page of a list is not a valid URL; see what listens there',
      true,
    );
  return Object.fromEntries(new URL(address, 'http://page').searchParams);
}
