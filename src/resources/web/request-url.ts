import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import { formatUrl, resolveRedirect } from '../../hosts/resolve-redirect.js';
import { ApiError } from '../openstack/api-error.js';
import { sendHttpRequest } from '../openstack/http-client.js';
import { isTransientStatus } from '../openstack/retry-policy.js';
import { Throttle } from '../openstack/throttle.js';
import { readTlsTrust } from '../openstack/tls-trust.js';

/** The response of a web server after all redirections. */
export interface UrlResponse {
  /** The address of the response. */
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Must be read to its end, or destroyed. */
  readonly body: Readable;
}

/**
 * Requests an address like `requestUrlOnce`, again if the server is temporarily unavailable, for as long as for services of
 * OpenStack. The last response is returned, whatever its status is.
 */
export async function requestUrl(
  session: Session,
  source: URL,
  method: 'GET' | 'HEAD',
  proxy?: URL | undefined,
): Promise<UrlResponse> {
  const { host } = source;
  const turns = await session.shared(
    `web server ${host}`,
    async () => new Throttle(host),
    async () => {},
  );
  let last: UrlResponse | undefined;
  try {
    return await turns.run(session, { method }, async () => {
      last = undefined;
      const response = await requestUrlOnce(session, source, method, proxy);
      if (!isTransientStatus(response.status)) return response;
      response.body.destroy();
      last = response;
      throw new ApiError(
        `${formatUrl(response.url)} responds with status ${response.status}`,
        response.status,
      );
    });
  } catch (error) {
    if (last !== undefined) return last;
    throw error;
  }
}

/**
 * Requests an address from the host, trusting the authorities that the host trusts, and follows redirections. A redirection
 * from https to http is refused, because the response could be forged.
 * @param proxy The proxy of the request.
 */
async function requestUrlOnce(
  session: Session,
  source: URL,
  method: 'GET' | 'HEAD',
  proxy?: URL | undefined,
): Promise<UrlResponse> {
  const { host, stop, signal } = session;
  const trust = await readTlsTrust(session);
  let url = source;
  for (let hop = 0; hop <= NETWORK_BOUNDS.redirects; hop++) {
    const { status, headers, body } = await sendHttpRequest(host.network, {
      method,
      url,
      trust,
      proxy,
      interrupts: { stop, signal },
    });
    if (status < 301 || status > 308 || status === 304 || headers.location === undefined) {
      if (method === 'GET' && status === 200) requireMarkedEnd(body, url, headers);
      return { url, status, headers, body: limitUnknownLength(body, url, headers) };
    }
    body.destroy();
    url = resolveRedirect(url, headers.location);
  }
  raise('http.redirects', `${formatUrl(source)} is redirected more than ${NETWORK_BOUNDS.redirects} times`);
}

/**
 * Refuses a file over TLS whose end is marked by the end of the connection alone: anybody on the network can cause that,
 * and what has come until then would be taken for all of it.
 */
function requireMarkedEnd(body: Readable, url: URL, headers: IncomingHttpHeaders): void {
  const isChunked = /\bchunked\s*$/i.test(headers['transfer-encoding'] ?? '');
  const isMarked = isChunked || headers['content-length'] !== undefined;
  if (isMarked || url.protocol !== 'https:') return;
  body.destroy();
  raise(
    'file.source',
    `${formatUrl(url)} does not say where the file ends, so that anybody on the network could cut it short; have the server send its length`,
  );
}

/** Limits the size of a response without a length, which could be endless. */
function limitUnknownLength(body: Readable, url: URL, headers: IncomingHttpHeaders): Readable {
  if (headers['content-length'] !== undefined) return body;
  const limit = NETWORK_BOUNDS.unmeasuredBytes;
  let size = 0;
  body.on('data', ({ length }: Buffer) => {
    size += length;
    if (size > limit)
      body.destroy(
        new Error(`${formatUrl(url)} does not declare its length, and is longer than ${limit} bytes`),
      );
  });
  // The reader resumes it.
  return body.pause();
}
