import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { HostNetwork, HttpAnswer, HttpRequest, StreamAddress } from '../host-network.js';
import { createLimit, exchangeHttp, explainError } from '../http-exchange.js';
import { trustedAuthorities } from './trusted-authorities.js';

/** Network access from this machine. */
export class LocalNetwork implements HostNetwork {
  request(request: HttpRequest): Promise<HttpAnswer> {
    return exchangeHttp(request, { authorities: trustedAuthorities });
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
