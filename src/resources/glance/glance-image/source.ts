import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { formatUrl } from '../../../hosts/resolve-redirect.js';
import { requestUrl } from '../../web/request-url.js';
import { isWebAddress } from '../../web/web-address.js';

/** The source of the data of an image. */
export interface ImageSource {
  /** The name for messages. */
  readonly name: string;
  /** The size in bytes; undefined if the server does not report it. */
  readonly size: number | undefined;
  readonly content: Readable;
  /** Returns whether the source is the same as when it was opened. */
  unchanged(): Promise<boolean>;
}

/**
 * Opens the source of an image: a file of the host, or a URL that is fetched from the host.
 * @throws if it does not exist.
 */
export async function openSource(
  session: Session,
  source: string,
  proxy: string | undefined,
): Promise<ImageSource> {
  if (isWebAddress(source))
    return openUrl(session, new URL(source), proxy === undefined ? undefined : new URL(proxy));
  return openFile(session, source.startsWith('file:') ? fileURLToPath(source) : source);
}

async function openFile({ host: { files } }: Session, path: string): Promise<ImageSource> {
  const stream = await files.stream(path);
  if (stream === undefined) raise('glance_image.source', `the source ${path} does not exist`);
  const { status, ...opened } = stream;
  return { name: path, size: status.size, ...opened };
}

async function openUrl(session: Session, source: URL, proxy: URL | undefined): Promise<ImageSource> {
  const { url, status, headers, body } = await requestUrl(session, source, 'GET', proxy);
  if (status !== 200) {
    body.destroy();
    raise(
      'glance_image.source',
      `cannot download the source: ${formatUrl(url)} returned HTTP status ${status}`,
    );
  }
  const size = headers['content-length'];
  return {
    name: formatUrl(url),
    size: size === undefined ? undefined : Number(size),
    content: body,
    unchanged: async () => true,
  };
}
