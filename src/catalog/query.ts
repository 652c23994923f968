import type { Resource } from './resource.js';

/** A condition on resources: attribute values, or what `not`, `allOf` and `eitherOf` return. */
export type Query =
  | { readonly kind: 'is'; readonly attribute: string; readonly value: unknown }
  | { readonly kind: 'not'; readonly query: Query }
  | { readonly kind: 'all'; readonly queries: readonly Query[] }
  | { readonly kind: 'either'; readonly queries: readonly Query[] };

/** What `collect` accepts: a query, or attribute values that must all match. `tag` and `title` are attributes too. */
export type QueryLike = Query | Readonly<Record<string, unknown>>;

/** Converts a `QueryLike` to a query; undefined matches everything. */
export function toQuery(like: QueryLike | undefined): Query | undefined {
  if (like === undefined) return undefined;
  if ('kind' in like && typeof like.kind === 'string' && ['is', 'not', 'all', 'either'].includes(like.kind)) {
    return like as Query;
  }
  const queries = Object.entries(like).map(([attribute, value]): Query => ({ kind: 'is', attribute, value }));
  return queries.length === 1 ? queries[0] : { kind: 'all', queries };
}

/** Matches what the query does not match. */
export function not(query: QueryLike): Query {
  return { kind: 'not', query: toQuery(query) ?? { kind: 'all', queries: [] } };
}

/** Matches what all queries match. */
export function allOf(...queries: readonly QueryLike[]): Query {
  return { kind: 'all', queries: queries.flatMap((query) => toQuery(query) ?? []) };
}

/** Matches what any of the queries matches. */
export function eitherOf(...queries: readonly QueryLike[]): Query {
  return { kind: 'either', queries: queries.flatMap((query) => toQuery(query) ?? []) };
}

/** Returns whether a resource matches a query; `attribute` returns a value of the resource, `tags` its tags. */
export function matchesQuery(
  query: Query | undefined,
  resource: Resource,
  look: {
    attribute(resource: Resource, name: string): unknown;
    tags(resource: Resource): ReadonlySet<string>;
  },
): boolean {
  if (query === undefined) return true;
  switch (query.kind) {
    case 'not':
      return !matchesQuery(query.query, resource, look);
    case 'all':
      return query.queries.every((one) => matchesQuery(one, resource, look));
    case 'either':
      return query.queries.some((one) => matchesQuery(one, resource, look));
    case 'is': {
      if (query.attribute === 'tag') return look.tags(resource).has(String(query.value).toLowerCase());
      if (query.attribute === 'title') return resource.title === query.value;
      const value = look.attribute(resource, query.attribute);
      // A list matches if one of its items does, as in Puppet.
      return Array.isArray(value) ? value.includes(query.value) : value === query.value;
    }
  }
}

/** Returns the attributes in a query. */
export function* findAttributeNames(query: Query): Generator<string> {
  if (query.kind === 'is') yield query.attribute;
  else if (query.kind === 'not') yield* findAttributeNames(query.query);
  else for (const one of query.queries) yield* findAttributeNames(one);
}

/** Formats a query in Puppet's spelling. */
export function describeQuery(query: Query): string {
  switch (query.kind) {
    case 'is':
      return `${query.attribute} == ${typeof query.value === 'string' ? `'${query.value}'` : String(query.value)}`;
    case 'not':
      return `!(${describeQuery(query.query)})`;
    case 'all':
      return query.queries.map(describeQuery).join(' and ');
    case 'either':
      return query.queries.map((one) => `(${describeQuery(one)})`).join(' or ');
  }
}
