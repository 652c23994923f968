import type { ClientRequest, IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  BODY_LIMIT,
  type HostNetwork,
  type HttpAnswer,
  type HttpRequest,
  type StreamAddress,
} from '../host-network.js';
import { trustedAuthorities } from './trusted-authorities.js';

const DEFAULT_TIMEOUT = 10;

/** Network access from this machine. */
export class LocalNetwork implements HostNetwork {
  async request(request: HttpRequest): Promise<HttpAnswer> {
    const { timeout = DEFAULT_TIMEOUT } = request;
    const limit = createLimit(timeout, request.signal);
    try {
      return await readAnswer(await open(request, limit));
    } catch (error) {
      throw explainError(error, limit, timeout);
    }
  }

  async connect(address: string, port: number, timeout: number, signal?: AbortSignal): Promise<void> {
    (await this.open({ address, port }, timeout, signal)).destroy();
  }

  open(address: StreamAddress, timeout: number, signal?: AbortSignal): Promise<Duplex> {
    return new Promise((resolve, reject) => {
      const limit = createLimit(timeout, signal);
      const socket = connect('path' in address ? address : { host: address.address, port: address.port });
      const fail = (error: unknown) => {
        socket.destroy();
        limit.removeEventListener('abort', giveUp);
        reject(explainError(error, limit, timeout));
      };
      const giveUp = () => fail(limit.reason);
      limit.addEventListener('abort', giveUp, { once: true });
      if (limit.aborted) giveUp();
      socket.once('error', fail);
      socket.once('connect', () => {
        limit.removeEventListener('abort', giveUp);
        socket.off('error', fail);
        resolve(socket);
      });
    });
  }
}

/** Returns a signal that is aborted after this many seconds, or when the other signal is. */
function createLimit(timeout: number, signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(timeout * 1000);
  return signal === undefined ? limit : AbortSignal.any([limit, signal]);
}

/** The clients are loaded only when they are needed: most runs never make a request. */
async function open(
  { url, headers = {}, verifyPeer = true }: HttpRequest,
  signal: AbortSignal,
): Promise<ClientRequest> {
  // No agent: a connection that is kept open would keep the process alive.
  const options = { headers, signal, agent: false } as const;
  if (!url.startsWith('https:')) return (await import('node:http')).get(url, options);
  const { get } = await import('node:https');
  return verifyPeer
    ? get(url, { ...options, ca: await trustedAuthorities() })
    : get(url, { ...options, rejectUnauthorized: false });
}

function readAnswer(request: ClientRequest): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    // Emitted without an error if the server switches to another protocol (101).
    request.once('close', () => reject(new Error('the connection was closed without an answer')));
    request.once('response', (response: IncomingMessage) => {
      let body = '';
      response.setEncoding('utf8');
      const told = () => resolve({ status: response.statusCode ?? 0, headers: joinHeaders(response), body });
      response.on('data', (chunk: string) => {
        body = (body + chunk).slice(0, BODY_LIMIT);
        if (body.length < BODY_LIMIT) return;
        // The rest of the body is not needed.
        told();
        response.destroy();
      });
      response.once('error', reject);
      response.once('end', told);
    });
  });
}

function joinHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
}

/** Describes an error of Node, which may have no message, in one sentence. */
function explainError(error: unknown, signal: AbortSignal, timeout: number): Error {
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
