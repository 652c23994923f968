/** The query of a URL. Values are encoded; a name without a value is left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/**
 * Builds the URL of a request: the only place where names become parts of a URL. Each segment of the path and each
 * value of the query is encoded as a whole, so that no quote, slash, percent sign or space in a name has a meaning.
 */
export function buildApiUrl(base: string, segments: readonly string[], query: Query = {}): URL {
  const path = segments.map(encodeURIComponent).join('/');
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  );
  const search = pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  return new URL(`${withoutEndSlashes(base)}/${path}${search}`);
}

/** Returns the URL of one version of an API, whichever version the given URL names, if any. */
export function toVersionUrl(url: string, version: string): string {
  return `${withoutEndSlashes(url).replace(/\/v\d+(\.\d+)?$/, '')}/${version}`;
}

function withoutEndSlashes(url: string): string {
  return url.replace(/\/+$/, '');
}
