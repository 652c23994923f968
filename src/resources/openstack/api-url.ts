/** What is asked of a collection: a value is encoded, a name without one is left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/**
 * The one place where names become parts of a URL: each segment of a path and each value of a query is encoded whole, so
 * that no quote, slash, percent sign or space in a name can mean anything.
 */
export function buildApiUrl(base: string, segments: readonly string[], query: Query = {}): URL {
  const path = segments.map(encodeURIComponent).join('/');
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  );
  const question = pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  return new URL(`${base.replace(/\/+$/, '')}/${path}${question}`);
}
