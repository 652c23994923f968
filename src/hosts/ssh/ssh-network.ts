import type { Duplex } from 'node:stream';
import { rootCertificates } from 'node:tls';
import type { HostFiles } from '../host-files.js';
import type { HostNetwork, HttpAnswer, HttpRequest, StreamAddress } from '../host-network.js';
import { exchangeHttp } from '../http-exchange.js';
import { AUTHORITY_BUNDLES } from '../local/trusted-authorities.js';
import type { SshConnection } from './connection.js';

/** Network access from a host behind SSH: every stream is one that the server opens there. */
export class SshNetwork implements HostNetwork {
  constructor(
    private readonly connection: SshConnection,
    private readonly files: HostFiles,
  ) {}

  request(request: HttpRequest): Promise<HttpAnswer> {
    return exchangeHttp(request, {
      authorities: () => this.#authorities(),
      openStream: ({ protocol, hostname, port }, signal) =>
        this.connection.forward(
          {
            address: hostname.replace(/^\[|\]$/g, ''),
            port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
          },
          request.timeout ?? 10,
          signal,
        ),
    });
  }

  async connect(address: string, port: number, timeout: number, signal?: AbortSignal): Promise<void> {
    (await this.open({ address, port }, timeout, signal)).destroy();
  }

  open(place: StreamAddress, timeout: number, signal?: AbortSignal): Promise<Duplex> {
    return this.connection.forward(place, timeout, signal);
  }

  /** Returns the authorities that the host trusts; the built-in ones of Node.js if it has none. */
  async #authorities(): Promise<string[]> {
    const bundles = await this.files.read(AUTHORITY_BUNDLES);
    const bundle = bundles.find((content) => Buffer.isBuffer(content));
    return bundle === undefined || bundle instanceof Error
      ? [...rootCertificates]
      : [bundle.toString('utf8')];
  }
}
