import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { beginRequest, type Interrupts } from '../../engine/request-lifetime.js';
import { messageOf, raise } from '../../errors/glance-apply-error.js';
import type { HostNetwork } from '../../hosts/host-network.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import { UnreachableError } from './api-error.js';
import { openConnection, openProxyConnection } from './connect.js';
import { IdleTimeoutError, IdleTimer } from './idle-timeout.js';
import type { Trust } from './trust.js';

/** The methods that the APIs know. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request to a web server. */
export interface HttpRequest {
  readonly method: Method;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Readable | undefined;
  readonly trust: Trust;
  /** Asks through this proxy. */
  readonly proxy?: URL | undefined;
  /** Seconds without progress after which it is given up. @default 60 */
  readonly idleSeconds?: number | undefined;
  /** Bytes that count as progress. @default 16384 */
  readonly progressBytes?: number | undefined;
  /** Seconds for all of it. @default any time, as long as there is progress */
  readonly totalSeconds?: number | undefined;
  /** What ends it before. */
  readonly interrupts: Interrupts;
}

/** The beginning of an answer; the body must be read to its end, or destroyed. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

/**
 * Asks a web server from a host, over a stream that the host opens: nothing is ever held in memory as a whole. Each
 * request has a connection of its own, so that one that was lost meanwhile is never mistaken for a server that did
 * something. Redirections are answers like others: nobody is sent elsewhere with a token.
 * @throws {UnreachableError}
 */
export async function sendHttpRequest(network: HostNetwork, request: HttpRequest): Promise<HttpResponse> {
  const { method, url, headers = {}, body, trust, proxy, totalSeconds: within } = request;
  const { idleSeconds: patience = NETWORK_BOUNDS.idle, progressBytes: progress = NETWORK_BOUNDS.progress } =
    request;
  const lifetime = beginRequest(
    request.interrupts,
    method === 'GET' || method === 'HEAD' ? 'reading' : 'changing',
  );
  const { signal } = lifetime;
  const { request: send } = await import('node:http');
  const stream = await (proxy === undefined
    ? openConnection(network, url, trust, signal)
    : openProxyConnection(network, proxy, url, trust, signal)
  ).catch((cause: unknown) => {
    lifetime.release();
    if (typeof body === 'object') body.destroy();
    throw new UnreachableError(messageOf(cause), false, { cause });
  });
  return new Promise((resolve, reject) => {
    const outgoing = send({
      method,
      path:
        proxy !== undefined && url.protocol === 'http:' ? toAbsoluteUrl(url) : `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
      createConnection: () => stream,
    });
    let answer: IncomingMessage | undefined;
    const giveUp = (reason: Error) => {
      answer?.destroy(reason);
      outgoing.destroy(reason);
    };
    const interrupted = () => giveUp(signal.reason);
    // What has come and was not taken yet is no delay of the server's.
    const waited = (reason: Error) => (answer?.readableLength ? watch.restart() : giveUp(reason));
    const watch: IdleTimer = new IdleTimer(patience, waited, progress);
    const late = () => giveUp(new IdleTimeoutError(`no whole answer within ${within} seconds`));
    const timer = within === undefined ? undefined : setTimeout(late, within * 1000);
    signal.addEventListener('abort', interrupted);
    if (signal.aborted) interrupted();
    outgoing.once('error', (cause) => {
      if (typeof body === 'object') body.destroy();
      reject(new UnreachableError(messageOf(cause), true, { cause }));
    });
    // What comes after the first error, whoever reads the answer has heard of.
    outgoing.on('error', () => {});
    outgoing.once('close', () => {
      watch.stop();
      clearTimeout(timer);
      lifetime.release();
    });
    outgoing.once('response', (response) => {
      answer = response;
      // An answer that comes before all was sent is a refusal: the rest would be sent in vain.
      if (typeof body === 'object' && !body.readableEnded) body.destroy();
      response.on('data', ({ length }: Buffer) => watch.recordProgress(length));
      response.pause();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: response });
    });
    if (typeof body === 'object') {
      body.on('data', ({ length }: Buffer) => watch.recordProgress(length));
      body.once('error', (error) => outgoing.destroy(error));
      body.pipe(outgoing);
    } else {
      outgoing.end(body);
    }
  });
}

/** The body of an answer as a text of so many bytes at most. */
export async function readText({ body }: HttpResponse, limit: number): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of body as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > limit) raise('openstack.answer', `the answer is longer than ${limit} bytes`);
      pieces.push(piece);
    }
  } catch (cause) {
    throw new UnreachableError(`the answer broke off: ${messageOf(cause)}`, true, { cause });
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The beginning of the body of an answer, as a text of so many bytes at most; the rest is not read. */
export async function readBeginning({ body }: HttpResponse, limit: number): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of body as AsyncIterable<Buffer>) {
      pieces.push(piece);
      size += piece.length;
      if (size >= limit) break;
    }
  } catch (cause) {
    // The status is known: what else it has to say would only explain it.
    if (size === 0) throw new UnreachableError(`the answer broke off: ${messageOf(cause)}`, true, { cause });
  }
  return Buffer.concat(pieces).subarray(0, limit).toString('utf8');
}

/** An address as a proxy is told it, without what somebody may have written into it to log in. */
function toAbsoluteUrl({ protocol, host, pathname, search }: URL): string {
  return `${protocol}//${host}${pathname}${search}`;
}
