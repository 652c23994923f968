import type { ClientRequest, IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  BODY_LIMIT,
  type HostNetwork,
  type HttpAnswer,
  type HttpRequest,
  type StreamPlace,
} from '../host-network.js';
import { trustedAuthorities } from './trusted-authorities.js';

const DEFAULT_TIMEOUT = 10;

/** What can be reached from this machine. */
export class LocalNetwork implements HostNetwork {
  async request(request: HttpRequest): Promise<HttpAnswer> {
    const { timeout = DEFAULT_TIMEOUT } = request;
    const signal = AbortSignal.timeout(timeout * 1000);
    try {
      return await answerTo(await open(request, signal));
    } catch (error) {
      throw explained(error, signal, timeout);
    }
  }

  async connect(address: string, port: number, timeout: number): Promise<void> {
    (await this.open({ address, port }, timeout)).destroy();
  }

  open(place: StreamPlace, timeout: number): Promise<Duplex> {
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(timeout * 1000);
      const socket = connect('path' in place ? place : { host: place.address, port: place.port });
      const fail = (error: unknown) => {
        socket.destroy();
        reject(explained(error, signal, timeout));
      };
      const giveUp = () => fail(signal.reason);
      signal.addEventListener('abort', giveUp, { once: true });
      socket.once('error', fail);
      socket.once('connect', () => {
        signal.removeEventListener('abort', giveUp);
        socket.off('error', fail);
        resolve(socket);
      });
    });
  }
}

/** The clients are loaded when they are needed: most runs never ask for anything. */
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

function answerTo(request: ClientRequest): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response: IncomingMessage) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        if (body.length < BODY_LIMIT) body = (body + chunk).slice(0, BODY_LIMIT);
      });
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: flat(response), body }),
      );
    });
  });
}

function flat({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
}

/** Node's errors, some of which have no message, in one sentence. */
function explained(error: unknown, signal: AbortSignal, timeout: number): Error {
  if (signal.aborted) return new Error(`no answer within ${timeout} seconds`, { cause: error });
  // A name with several addresses, none of which answers, gives an error a piece.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first : new Error(String(first));
}
