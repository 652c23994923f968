import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { beginRequest, type Interrupts } from '../../engine/request-lifetime.js';
import { messageOf, raise } from '../../errors/glance-apply-error.js';
import type { HostNetwork } from '../../hosts/host-network.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import { UnreachableError } from './api-error.js';
import { openConnection, openProxyConnection } from './connect.js';
import { IdleTimeoutError, IdleTimer } from './idle-timeout.js';
import type { TlsTrust } from './tls-trust.js';

/** The HTTP methods that are used. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request to a web server. */
export interface HttpRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Readable | undefined;
  readonly trust: TlsTrust;
  /** Sends the request through this proxy. */
  readonly proxy?: URL | undefined;
  /** Seconds without progress after which the request is given up. @default 60 */
  readonly idleSeconds?: number | undefined;
  /** Bytes within that time that count as progress. @default 16384 */
  readonly progressBytes?: number | undefined;
  /** Seconds for the whole request. @default no limit, as long as there is progress */
  readonly totalSeconds?: number | undefined;
  /** The interrupts of the run, which end the request. */
  readonly interrupts: Interrupts;
}

/** The beginning of a response; the body must be read to its end, or destroyed. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

/**
 * Sends a request to a web server over a stream that the host opens; bodies are never held in memory as a whole. Each
 * request has a connection of its own, so that a connection that was lost in the meantime is never mistaken for a
 * server that received the request. Redirections are returned: a token is not sent to another server.
 * @throws {UnreachableError}
 */
export async function sendHttpRequest(network: HostNetwork, request: HttpRequest): Promise<HttpResponse> {
  const { method, url, headers = {}, body, trust, proxy, totalSeconds } = request;
  const { idleSeconds = NETWORK_BOUNDS.idle, progressBytes = NETWORK_BOUNDS.progress } = request;
  const lifetime = beginRequest(
    request.interrupts,
    method === 'GET' || method === 'HEAD' ? 'reading' : 'changing',
  );
  const { signal } = lifetime;
  const { request: createRequest } = await import('node:http');
  const stream = await (proxy === undefined
    ? openConnection(network, url, trust, signal)
    : openProxyConnection(network, proxy, url, trust, signal)
  ).catch((cause: unknown) => {
    lifetime.release();
    if (typeof body === 'object') body.destroy();
    throw new UnreachableError(messageOf(cause), false, { cause });
  });
  return new Promise((resolve, reject) => {
    const outgoing = createRequest({
      method,
      path:
        proxy !== undefined && url.protocol === 'http:' ? toAbsoluteUrl(url) : `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
      createConnection: () => stream,
    });
    let response: IncomingMessage | undefined;
    const giveUp = (reason: Error) => {
      response?.destroy(reason);
      outgoing.destroy(reason);
    };
    const onInterrupt = () => giveUp(signal.reason);
    // Data that has arrived and is not yet read is not a delay of the server.
    const onIdle = (reason: Error) => (response?.readableLength ? idleTimer.restart() : giveUp(reason));
    const idleTimer: IdleTimer = new IdleTimer(idleSeconds, onIdle, progressBytes);
    const onTimeout = () => giveUp(new IdleTimeoutError(`no whole answer within ${totalSeconds} seconds`));
    const totalTimer = totalSeconds === undefined ? undefined : setTimeout(onTimeout, totalSeconds * 1000);
    signal.addEventListener('abort', onInterrupt);
    if (signal.aborted) onInterrupt();
    outgoing.once('error', (cause) => {
      if (typeof body === 'object') body.destroy();
      reject(new UnreachableError(messageOf(cause), true, { cause }));
    });
    // Errors after the first one also reach the reader of the response.
    outgoing.on('error', () => {});
    outgoing.once('close', () => {
      // Without an error, where the server switches to another protocol (101).
      reject(new UnreachableError('the connection was closed without an answer', true));
      idleTimer.stop();
      clearTimeout(totalTimer);
      lifetime.release();
    });
    outgoing.once('response', (incoming) => {
      response = incoming;
      // Without a listener, the stream would keep no error for those who read it later.
      incoming.on('error', () => {});
      // A response before the whole body was sent is a refusal: the rest need not be sent.
      if (typeof body === 'object' && !body.readableEnded) body.destroy();
      incoming.on('data', ({ length }: Buffer) => idleTimer.recordProgress(length));
      incoming.pause();
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: incoming });
    });
    if (typeof body === 'object') {
      body.on('data', ({ length }: Buffer) => idleTimer.recordProgress(length));
      body.once('error', (error) => outgoing.destroy(error));
      // It may have failed while the connection was made.
      if (body.destroyed) outgoing.destroy(body.errored ?? new Error('there is nothing left to send'));
      else body.pipe(outgoing);
    } else {
      outgoing.end(body);
    }
  });
}

/** Returns the body of a response as a string. A longer one than the limit, in bytes, is an error. */
export async function readText({ body }: HttpResponse, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > limit) raise('openstack.answer', `the answer is longer than ${limit} bytes`);
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new UnreachableError(`the response was interrupted: ${messageOf(cause)}`, true, { cause });
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Returns the beginning of the body of a response, up to a limit in bytes; the rest is not read. */
export async function readBeginning({ body }: HttpResponse, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= limit) break;
    }
  } catch (cause) {
    // The status is known already, and the rest of the body would only explain it.
    if (size === 0)
      throw new UnreachableError(`the response was interrupted: ${messageOf(cause)}`, true, { cause });
  }
  return Buffer.concat(chunks).subarray(0, limit).toString('utf8');
}

/** Returns the URL for a proxy, without a user name or a password in it. */
function toAbsoluteUrl({ protocol, host, pathname, search }: URL): string {
  return `${protocol}//${host}${pathname}${search}`;
}
