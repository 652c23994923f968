import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { formatUrl } from '../../hosts/resolve-redirect.js';
import { requestUrl, type UrlResponse } from '../web/request-url.js';
import type { ChecksumType } from './checksum.js';

/** What a web server declares about a file. */
export interface WebFile {
  /** In bytes. */
  readonly size: number | undefined;
  /** In milliseconds since 1970. */
  readonly modified: number | undefined;
  /** A checksum of its content, in hexadecimal digits. */
  readonly digest: { readonly type: ChecksumType; readonly value: string } | undefined;
}

/**
 * Requests what a web server declares about a file, without fetching it; undefined if the file does not exist. If the
 * server does not support HEAD, the file itself is requested, and the response is not read.
 * @throws if the server cannot be reached, or responds with another status.
 */
export async function requestWebFile(
  session: Session,
  address: string,
  preferred: ChecksumType,
): Promise<WebFile | undefined> {
  let response = await requestUrl(session, new URL(address), 'HEAD');
  response.body.destroy();
  if (response.status === 403 || response.status === 405 || response.status === 501) {
    response = await requestUrl(session, new URL(address), 'GET');
    response.body.destroy();
  }
  if (response.status === 404 || response.status === 410) return undefined;
  if (response.status !== 200)
    raise(
      'file.source',
      `its source ${formatUrl(response.url)} cannot be fetched: the server responds with status ${response.status}`,
    );
  return toWebFile(response, preferred);
}

function toWebFile({ headers }: UrlResponse, preferred: ChecksumType): WebFile {
  const length = headers['content-length'];
  const modified = Date.parse(String(headers['last-modified'] ?? ''));
  const md5 = headers['content-md5'];
  const digests = new Map<ChecksumType, string>();
  for (const type of ['sha256', 'sha1', 'md5'] as const) {
    const value = headers[`x-checksum-${type}`];
    if (typeof value === 'string' && /^[0-9a-f]+$/i.test(value)) digests.set(type, value.toLowerCase());
  }
  if (typeof md5 === 'string' && !digests.has('md5'))
    digests.set('md5', Buffer.from(md5, 'base64').toString('hex'));
  const type = digests.has(preferred) ? preferred : [...digests.keys()][0];
  return {
    // A transfer encoding changes the length of the response, and not of the file.
    size: length === undefined || headers['content-encoding'] !== undefined ? undefined : Number(length),
    modified: Number.isNaN(modified) ? undefined : modified,
    digest:
      type === undefined || preferred === 'mtime' ? undefined : { type, value: digests.get(type) ?? '' },
  };
}
