import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { messageOf } from '../../../errors/glance-apply-error.js';
import type { HostNetwork } from '../../../hosts/host-network.js';
import { Unreached } from './api-error.js';
import { connectThrough, connectTo } from './connect-to.js';
import { Patience } from './patience.js';
import type { Trust } from './trust.js';

/** The methods that the APIs know. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request to a web server. */
export interface Exchange {
  readonly method: Method;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Readable | undefined;
  readonly trust: Trust;
  /** Asks through this proxy. */
  readonly proxy?: URL | undefined;
  /** Seconds without a sign of life after which it is given up. @default 60 */
  readonly patience?: number | undefined;
  /** Ends it when it is aborted. */
  readonly signal: AbortSignal;
}

/** The beginning of an answer; the body must be read to its end, or destroyed. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

const PATIENCE = 60;

/**
 * Asks a web server from a host, over a stream that the host opens: nothing is ever held in memory as a whole. Each
 * request has a connection of its own, so that one that was lost meanwhile is never mistaken for a server that did
 * something.
 * @throws {Unreached}
 */
export async function exchange(network: HostNetwork, request: Exchange): Promise<Answer> {
  const { method, url, headers = {}, body, trust, proxy, patience = PATIENCE, signal } = request;
  const { request: send } = await import('node:http');
  const stream = await (proxy === undefined
    ? connectTo(network, url, trust)
    : connectThrough(network, proxy, url, trust)
  ).catch((cause: unknown) => {
    if (typeof body === 'object') body.destroy();
    throw new Unreached(messageOf(cause), false, { cause });
  });
  const absolute = proxy !== undefined && url.protocol === 'http:';
  return new Promise((resolve, reject) => {
    const outgoing = send({
      method,
      path: absolute ? url.href : `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
      createConnection: () => stream,
      signal,
    });
    const watch = new Patience(patience, (reason) => outgoing.destroy(reason));
    outgoing.once('error', (cause) => {
      if (typeof body === 'object') body.destroy();
      reject(new Unreached(messageOf(cause), true, { cause }));
    });
    outgoing.once('close', () => watch.end());
    outgoing.once('response', (response) => {
      // An answer that comes before all was sent is a refusal: the rest would be sent in vain.
      if (typeof body === 'object' && !body.readableEnded) body.destroy();
      response.on('data', () => watch.sign());
      response.pause();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: response });
    });
    if (typeof body === 'object') {
      body.on('data', () => watch.sign());
      body.once('error', (error) => outgoing.destroy(error));
      body.pipe(outgoing);
    } else {
      outgoing.end(body);
    }
  });
}

/** The body of an answer as a text of so many bytes at most. */
export async function textOf({ body }: Answer, limit: number): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of body as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > limit) throw new Error(`the answer is longer than ${limit} bytes`);
      pieces.push(piece);
    }
  } catch (cause) {
    throw new Unreached(`the answer broke off: ${messageOf(cause)}`, true, { cause });
  }
  return Buffer.concat(pieces).toString('utf8');
}
