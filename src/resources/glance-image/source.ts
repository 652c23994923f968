import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Session } from '../../engine/session.js';
import { exchange } from '../keystone/api/exchange.js';
import { trustOf } from '../keystone/api/trust.js';

/** Redirections that are followed on the way to a source. */
const LONGEST_CHAIN = 10;

/** The data of an image, from where they are. */
export interface Source {
  /** For messages. */
  readonly name: string;
  /** Bytes; undefined where nobody said. */
  readonly size: number | undefined;
  readonly content: Readable;
  /** Whether it is still what it was when it was opened. */
  unchanged(): Promise<boolean>;
}

/**
 * Opens the source of an image: a file of the host, or a URL that is fetched from the host.
 * @throws where it is not there.
 */
export async function openSource(
  session: Session,
  source: string,
  proxy: string | undefined,
): Promise<Source> {
  if (/^https?:\/\//i.test(source)) return openUrl(session, new URL(source), proxy);
  return openFile(session, source.startsWith('file:') ? fileURLToPath(source) : source);
}

async function openFile({ host: { files } }: Session, path: string): Promise<Source> {
  const stream = await files.stream(path);
  if (stream === undefined) throw new Error(`there is no file ${path}, of which the image is to be made`);
  return { name: path, ...stream };
}

async function openUrl(session: Session, source: URL, proxy: string | undefined): Promise<Source> {
  const { host, signal } = session;
  const trust = await trustOf(host, undefined, true);
  let url = source;
  for (let hop = 0; hop <= LONGEST_CHAIN; hop++) {
    const { status, headers, body } = await exchange(host.network, {
      method: 'GET',
      url,
      trust,
      proxy: proxy === undefined ? undefined : new URL(proxy),
      signal,
    });
    if (status === 200) {
      const size = headers['content-length'];
      return {
        name: withoutSecrets(url),
        size: size === undefined ? undefined : Number(size),
        content: body,
        unchanged: async () => true,
      };
    }
    body.destroy();
    if (status < 300 || status > 399 || headers.location === undefined)
      throw new Error(`${withoutSecrets(url)} answers ${status}; the image cannot be made of it`);
    url = new URL(headers.location, url);
  }
  throw new Error(`${withoutSecrets(source)} leads on more than ${LONGEST_CHAIN} times`);
}

/** An address as it may be shown: without a password, and without a query that may be a signature. */
function withoutSecrets({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}
