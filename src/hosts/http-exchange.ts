import type { ClientRequest, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { BODY_LIMIT, type HttpAnswer, type HttpRequest } from './host-network.js';

const DEFAULT_TIMEOUT = 10;

/** How a request reaches its server. */
interface Reach {
  /** Returns the certificate authorities to trust. */
  readonly authorities: () => Promise<string[]>;
  /** Opens a stream to the server. @default a connection from this machine */
  readonly openStream?: ((url: URL, signal: AbortSignal) => Promise<Duplex>) | undefined;
}

/** Requests a URL with GET. */
export async function exchangeHttp(request: HttpRequest, reach: Reach): Promise<HttpAnswer> {
  const { timeout = DEFAULT_TIMEOUT } = request;
  const limit = createLimit(timeout, request.signal);
  let stream: Duplex | undefined;
  try {
    stream = await reach.openStream?.(new URL(request.url), limit);
    return await readAnswer(await send(request, limit, reach, stream));
  } catch (error) {
    throw explainError(error, limit, timeout);
  } finally {
    stream?.destroy();
  }
}

/** The clients are loaded only when they are needed: most runs never make a request. */
async function send(
  { url, headers = {}, verifyPeer = true }: HttpRequest,
  signal: AbortSignal,
  { authorities }: Reach,
  stream: Duplex | undefined,
): Promise<ClientRequest> {
  // No agent: a connection that is kept open would keep the process alive.
  const options = { headers, signal, ...(stream === undefined ? { agent: false as const } : {}) };
  if (!url.startsWith('https:')) {
    const { get } = await import('node:http');
    return get(url, stream === undefined ? options : { ...options, createConnection: () => stream });
  }
  const [{ get }, { connect }] = await Promise.all([import('node:https'), import('node:tls')]);
  const trust = verifyPeer ? { ca: await authorities() } : { rejectUnauthorized: false };
  if (stream === undefined) return get(url, { ...options, ...trust });
  const { hostname } = new URL(url);
  // An address is no server name.
  const servername =
    isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? { servername: hostname } : { host: hostname };
  return get(url, {
    ...options,
    createConnection: () => connect({ socket: stream, ...trust, ...servername }),
  });
}

/** Returns a signal that is aborted after this many seconds, or when the other signal is. */
export function createLimit(timeout: number, signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(timeout * 1000);
  return signal === undefined ? limit : AbortSignal.any([limit, signal]);
}

function readAnswer(request: ClientRequest): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    // Emitted without an error if the server switches to another protocol (101).
    request.once('close', () => reject(new Error('the connection was closed without an answer')));
    request.once('response', (response: IncomingMessage) => {
      let body = '';
      response.setEncoding('utf8');
      const complete = () =>
        resolve({ status: response.statusCode ?? 0, headers: joinHeaders(response), body });
      response.on('data', (chunk: string) => {
        body = (body + chunk).slice(0, BODY_LIMIT);
        if (body.length < BODY_LIMIT) return;
        // The rest of the body is not needed.
        complete();
        response.destroy();
      });
      response.once('error', reject);
      response.once('end', complete);
    });
  });
}

function joinHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
}

/** Describes an error of Node, which may have no message, in one sentence. */
export function explainError(error: unknown, signal: AbortSignal, timeout: number): Error {
  if (isInterrupted(signal)) return signal.reason;
  if (signal.aborted) return new Error(`no answer within ${timeout} seconds`, { cause: error });
  // A name with several addresses, none of which responds, causes one error per address.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first : new Error(String(first));
}

/** Returns whether the signal was aborted for a reason other than the timeout. */
function isInterrupted({ aborted, reason }: AbortSignal): boolean {
  return aborted && !(reason instanceof Error && reason.name === 'TimeoutError');
}
