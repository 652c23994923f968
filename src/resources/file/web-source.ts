import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { withoutSecrets } from '../../hosts/redirection.js';
import { requestUrl, type UrlResponse } from '../web/request-url.js';
import type { ChecksumType } from './checksum.js';

/** What a web server says of a file, as far as it says it. */
export interface WebFile {
  /** Bytes. */
  readonly size: number | undefined;
  /** In milliseconds since 1970. */
  readonly modified: number | undefined;
  /** A checksum of its content, in hexadecimal digits. */
  readonly digest: { readonly type: ChecksumType; readonly value: string } | undefined;
}

/**
 * Asks a web server what it says of a file, without fetching it; undefined where there is no such file. Servers that
 * answer no HEAD are asked for the file itself, and their answer is not read.
 * @throws where the server cannot be reached, or answers anything else.
 */
export async function requestWebFile(
  session: Session,
  address: string,
  preferred: ChecksumType,
): Promise<WebFile | undefined> {
  let answer = await requestUrl(session, new URL(address), 'HEAD');
  answer.body.destroy();
  if (answer.status === 403 || answer.status === 405 || answer.status === 501) {
    answer = await requestUrl(session, new URL(address), 'GET');
    answer.body.destroy();
  }
  if (answer.status === 404 || answer.status === 410) return undefined;
  if (answer.status !== 200)
    raise(
      'file.source',
      `its source ${withoutSecrets(answer.url)} cannot be fetched: the server answers ${answer.status}`,
    );
  return toWebFile(answer, preferred);
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
    // An encoding of the way it is sent changes the length, and not the file.
    size: length === undefined || headers['content-encoding'] !== undefined ? undefined : Number(length),
    modified: Number.isNaN(modified) ? undefined : modified,
    digest:
      type === undefined || preferred === 'mtime' ? undefined : { type, value: digests.get(type) ?? '' },
  };
}
