import type { Duplex } from 'node:stream';
import type { HostNetwork } from '../../../hosts/host-network.js';
import type { Trust } from './trust.js';

/** Seconds to connect and to agree on TLS. */
const CONNECTING = 10;

/** Connects to the server of a URL from a host, with TLS where the URL asks for it. */
export async function connectTo(network: HostNetwork, url: URL, trust: Trust): Promise<Duplex> {
  const stream = await openTo(network, url);
  return url.protocol === 'https:' ? secured(stream, url, trust) : stream;
}

/** Connects through a proxy: it is asked to lead on to the server, or to fetch for us where there is no TLS. */
export async function connectThrough(
  network: HostNetwork,
  proxy: URL,
  url: URL,
  trust: Trust,
): Promise<Duplex> {
  const stream = await connectTo(network, proxy, trust);
  if (url.protocol !== 'https:') return stream;
  const { request } = await import('node:http');
  const host = `${url.hostname}:${url.port || 443}`;
  await new Promise<void>((resolve, reject) => {
    const asked = request({
      method: 'CONNECT',
      path: host,
      headers: { host },
      createConnection: () => stream,
      timeout: CONNECTING * 1000,
    });
    asked.once('connect', ({ statusCode }) =>
      statusCode === 200 ? resolve() : reject(new Error(`the proxy ${proxy.host} answers ${statusCode}`)),
    );
    asked.once('timeout', () => asked.destroy(new Error(`the proxy ${proxy.host} does not answer`)));
    asked.once('error', reject);
    asked.end();
  });
  return secured(stream, url, trust);
}

async function openTo(network: HostNetwork, url: URL): Promise<Duplex> {
  if (network.open === undefined) throw new Error('no stream can be opened from this host');
  const address = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return network.open({ address, port }, CONNECTING);
}

async function secured(stream: Duplex, url: URL, { authorities, verify }: Trust): Promise<Duplex> {
  const [{ connect }, { isIP }] = await Promise.all([import('node:tls'), import('node:net')]);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve, reject) => {
    const socket = connect({
      socket: stream,
      host,
      rejectUnauthorized: verify,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(authorities === undefined ? {} : { ca: authorities }),
    });
    const giveUp = () => socket.destroy(new Error(`no agreement on TLS within ${CONNECTING} seconds`));
    const timer = setTimeout(giveUp, CONNECTING * 1000);
    socket.once('error', reject);
    socket.once('close', () => clearTimeout(timer));
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
