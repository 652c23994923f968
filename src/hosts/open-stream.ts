import type { Duplex } from 'node:stream';
import type { HostNetwork, StreamAddress } from './host-network.js';

/**
 * Opens a stream for a protocol that no program of the host supports.
 * @throws if this host cannot open streams.
 */
export async function openStream(
  network: HostNetwork,
  address: StreamAddress,
  timeout: number,
  signal: AbortSignal,
): Promise<Duplex> {
  if (network.open === undefined) throw new Error('no stream can be opened from this host');
  return network.open(address, timeout, signal);
}
