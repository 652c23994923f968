import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import type * as Tls from 'node:tls';
import { raise } from '../../errors/glance-apply-error.js';
import type { HostNetwork } from '../../hosts/host-network.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import { openStream } from '../../hosts/open-stream.js';
import type { TlsTrust } from './tls-trust.js';

/** Seconds to connect, for the TLS handshake, and for the answer of a proxy. */
const CONNECT_SECONDS = NETWORK_BOUNDS.connecting;

/**
 * Connects to the server of a URL from a host, with TLS for https. Modules are loaded before the stream is opened: an
 * error of the stream while one is loading would have no listener, and would end the process.
 * @param signal Ends the attempt.
 */
export async function openConnection(
  network: HostNetwork,
  url: URL,
  trust: TlsTrust,
  signal: AbortSignal,
): Promise<Duplex> {
  if (url.protocol !== 'https:') return openTcpStream(network, url, signal);
  const tls = await import('node:tls');
  return startTls(tls, await openTcpStream(network, url, signal), url, trust, signal);
}

/** Connects through a proxy: by CONNECT for https; for http the proxy itself forwards the request. */
export async function openProxyConnection(
  network: HostNetwork,
  proxy: URL,
  url: URL,
  trust: TlsTrust,
  signal: AbortSignal,
): Promise<Duplex> {
  if (url.protocol !== 'https:') return openConnection(network, proxy, trust, signal);
  const [{ request }, tls] = await Promise.all([import('node:http'), import('node:tls')]);
  const stream = await openConnection(network, proxy, trust, signal);
  const host = `${url.hostname}:${url.port || 443}`;
  await waitForEvent(
    CONNECT_SECONDS,
    `the proxy ${proxy.host} does not answer`,
    signal,
    stream,
    (resolve, reject) => {
      const connectRequest = request({
        method: 'CONNECT',
        path: host,
        headers: { host },
        createConnection: () => stream,
      });
      connectRequest.once('connect', ({ statusCode }) =>
        statusCode === 200 ? resolve() : reject(new Error(`the proxy ${proxy.host} answers ${statusCode}`)),
      );
      // The response of a server that does not know CONNECT.
      connectRequest.once('response', ({ statusCode }) =>
        reject(new Error(`the proxy ${proxy.host} answers ${statusCode}`)),
      );
      connectRequest.once('error', reject);
      connectRequest.end();
    },
  );
  return startTls(tls, stream, url, trust, signal);
}

async function openTcpStream(network: HostNetwork, url: URL, signal: AbortSignal): Promise<Duplex> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    raise('openstack.connection', `${url.protocol}// is not supported; use http:// or https://`);
  const address = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return openStream(network, { address, port }, CONNECT_SECONDS, signal);
}

async function startTls(
  { connect }: typeof Tls,
  stream: Duplex,
  url: URL,
  { authorities, verify }: TlsTrust,
  signal: AbortSignal,
): Promise<Duplex> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const socket = connect({
    socket: stream,
    host,
    rejectUnauthorized: verify,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(authorities === undefined ? {} : { ca: authorities }),
  });
  await waitForEvent(
    CONNECT_SECONDS,
    `no agreement on TLS within ${CONNECT_SECONDS} seconds`,
    signal,
    socket,
    (resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the connection was closed before there was TLS')));
      socket.once('secureConnect', () => {
        socket.off('error', reject);
        resolve();
      });
    },
  );
  return socket;
}

/** Waits for an event of a stream, and destroys the stream on failure, after a timeout or an interrupt. */
async function waitForEvent(
  seconds: number,
  timeoutMessage: string,
  signal: AbortSignal,
  stream: Duplex,
  listen: (resolve: () => void, reject: (error: Error) => void) => void,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let giveUp = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      giveUp = () => reject(signal.reason);
      timer = setTimeout(() => reject(new Error(timeoutMessage)), seconds * 1000);
      signal.addEventListener('abort', giveUp);
      if (signal.aborted) giveUp();
      listen(resolve, reject);
    });
  } catch (error) {
    stream.on('error', () => {});
    stream.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}
