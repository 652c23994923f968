import { connect, type Socket } from 'node:net';
import type { SshSettings } from '../config/settings.js';

/** Connects to the port of a host, without delay for small packets. */
export function openSocket(settings: SshSettings, signal: AbortSignal): Promise<Socket> {
  const { hostname: host, port, addressFamily: family, bindAddress: localAddress } = settings;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const socket = connect({
      host,
      port,
      family,
      ...(localAddress === undefined ? {} : { localAddress }),
      noDelay: true,
    });
    const abort = () => socket.destroy(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    const leave = () => {
      signal.removeEventListener('abort', abort);
      socket.off('error', fail);
      socket.off('connect', finish);
    };
    const finish = () => {
      leave();
      resolve(socket);
    };
    const fail = (error: Error) => {
      leave();
      // Several addresses of one name fail together: the first reason is as good as any other.
      reject(error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error);
    };
    socket.once('connect', finish);
    socket.once('error', fail);
  });
}
