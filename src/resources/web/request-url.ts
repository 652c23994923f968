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
import { readTrust } from '../openstack/trust.js';

/** What a web server answered in the end, after all redirections. */
export interface UrlResponse {
  /** The address that answered. */
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** It must be read to its end, or destroyed. */
  readonly body: Readable;
}

/**
 * The same as `askUrlOnce`, again where the server is away for a moment, as long as the services of OpenStack are waited
 * for. What it answers in the end is the answer, whatever it is.
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
      const answer = await requestUrlOnce(session, source, method, proxy);
      if (!isTransientStatus(answer.status)) return answer;
      answer.body.destroy();
      last = answer;
      throw new ApiError(`${formatUrl(answer.url)} answers ${answer.status}`, answer.status);
    });
  } catch (error) {
    if (last !== undefined) return last;
    throw error;
  }
}

/**
 * Asks a web server from the host, trusting the authorities that the host trusts, and follows redirections. One that
 * leads from https to http is refused: what came of it could be anybody's.
 * @param proxy The proxy through which it is asked.
 */
async function requestUrlOnce(
  session: Session,
  source: URL,
  method: 'GET' | 'HEAD',
  proxy?: URL | undefined,
): Promise<UrlResponse> {
  const { host, stop, signal } = session;
  const trust = await readTrust(session);
  let url = source;
  for (let hop = 0; hop <= NETWORK_BOUNDS.redirects; hop++) {
    const { status, headers, body } = await sendHttpRequest(host.network, {
      method,
      url,
      trust,
      proxy,
      interrupts: { stop, signal },
    });
    if (status < 301 || status > 308 || status === 304 || headers.location === undefined)
      return { url, status, headers, body: limitUnknownLength(body, url, headers) };
    body.destroy();
    url = resolveRedirect(url, headers.location);
  }
  raise('http.redirects', `${formatUrl(source)} is redirected more than ${NETWORK_BOUNDS.redirects} times`);
}

/** Of a file whose length nobody says there may be no end. */
function limitUnknownLength(body: Readable, url: URL, headers: IncomingHttpHeaders): Readable {
  if (headers['content-length'] !== undefined) return body;
  const limit = NETWORK_BOUNDS.unmeasuredBytes;
  let size = 0;
  body.on('data', ({ length }: Buffer) => {
    size += length;
    if (size > limit)
      body.destroy(
        new Error(`${formatUrl(url)} does not say how long it is, and is longer than ${limit} bytes`),
      );
  });
  // Whoever reads it begins.
  return body.pause();
}
