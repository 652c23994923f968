import { raise } from '../../errors/glance-apply-error.js';

/** The query of a URL. Values are encoded; a name without a value is left out. */
export type Query = Readonly<Record<string, string | undefined>>;

/**
 * Builds the URL of a request: the only place where names become parts of a URL. Each segment of the path and each
 * value of the query is encoded as a whole, so that no quote, slash, percent sign or space in a name has a meaning.
 * @throws {GlanceApplyError} `openstack.answer` for a name that cannot be a part of a URL, such as an identifier of a
 *   server.
 */
export function buildApiUrl(base: string, segments: readonly string[], query: Query = {}): URL {
  const path = segments.map(encodeSegment).join('/');
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeText(name)}=${encodeText(value)}`],
  );
  const search = pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  return new URL(`${trimTrailingSlashes(base)}/${path}${search}`);
}

/** Returns the URL of one version of an API, whether or not the given URL contains a version. */
export function toVersionUrl(url: string, version: string): string {
  return `${trimTrailingSlashes(url).replace(/\/v\d+(\.\d+)?$/, '')}/${version}`;
}

/** Avoids a regular expression, because a server may send a URL with so many slashes that it would be slow. */
function trimTrailingSlashes(url: string): string {
  let end = url.length;
  while (url[end - 1] === '/') end -= 1;
  return url.slice(0, end);
}

function encodeSegment(segment: string): string {
  // These lead to another path, however they are encoded.
  if (segment === '' || segment === '.' || segment === '..')
    raise(
      'openstack.answer',
      `'${segment}' is not valid as a name or an ID; find out which server returned it`,
    );
  return encodeText(segment);
}

function encodeText(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    raise(
      'openstack.answer',
      'a name or an ID is not valid Unicode; find out which server or data contains it',
    );
  }
}
