import { isHash } from '../../data/is-hash.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import { UnreachableError } from './api-error.js';
import type { Query } from './api-url.js';
import type { ApiResponse } from './request.js';

/** An object of an API, as in its JSON. */
export type ApiObject = Readonly<Record<string, unknown>> & { readonly id: string };

/** The items of a list. */
export interface Listing<T> {
  readonly items: readonly T[];
  /** Whether the server has more items that it does not return: Keystone's list_limit. */
  readonly isTruncated: boolean;
}

/** The limits of one list; smaller in specs. */
export type ListBounds = { readonly [K in 'pages' | 'listBytes' | 'list']: number };

/**
 * Reads all pages of a list. Only the query of the next page's URL is used: a token is not sent to another server.
 * @param key The key of the list in the responses.
 * @throws {UnreachableError} if a response contains no list, or the list has no end.
 */
export async function readAllPages<T extends object = ApiObject>(
  key: string,
  query: Query,
  readPage: (query: Query) => Promise<ApiResponse>,
  bounds: ListBounds = NETWORK_BOUNDS,
): Promise<Listing<T>> {
  const items: T[] = [];
  const seen = new Set<string>();
  const deadline = performance.now() + bounds.list * 1000;
  let isTruncated = false;
  let size = 0;
  for (let pageQuery: Query | undefined = query; pageQuery !== undefined; ) {
    const response = await readPage(pageQuery);
    const body = isHash(response.body) ? response.body : undefined;
    const list = body?.[key];
    if (!Array.isArray(list))
      throw new UnreachableError(`the answer does not contain a list of ${key}`, true);
    // Added one by one, because a call with a hundred thousand arguments fails.
    for (const item of list) {
      if (typeof item !== 'object' || item === null)
        throw new UnreachableError(`the list of ${key} in the answer contains a ${typeof item}`, true);
      items.push(item as T);
    }
    isTruncated ||= body?.truncated === true;
    size += response.size;
    const next = findNextPage(body);
    pageQuery = next === undefined || seen.has(next) ? undefined : parseQuery(next);
    if (next !== undefined) seen.add(next);
    if (
      pageQuery !== undefined &&
      (seen.size >= bounds.pages || size > bounds.listBytes || performance.now() > deadline)
    )
      throw new UnreachableError(
        `the list of ${key} has no end: after ${seen.size} pages and ${size} bytes there is another page; check which service listens at this address`,
        true,
      );
  }
  return { items, isTruncated };
}

/** Keystone names the next page among the links, Glance beside the list. */
function findNextPage(body: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const links = isHash(body?.links) ? body.links : undefined;
  const next = links?.next ?? body?.next;
  return typeof next === 'string' && next !== '' ? next : undefined;
}

function parseQuery(address: string): Query {
  if (!URL.canParse(address, 'http://page'))
    throw new UnreachableError(
      'the address of the next page of a list is not a valid URL; check which service listens at this address',
      true,
    );
  return Object.fromEntries(new URL(address, 'http://page').searchParams);
}
