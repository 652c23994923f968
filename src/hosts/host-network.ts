import type { Duplex } from 'node:stream';

/** A request to a web server. */
export interface HttpRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether to refuse a server whose certificate is not signed by an authority that the host trusts. @default true */
  readonly verifyPeer?: boolean | undefined;
  /** Seconds for the whole request. @default 10 */
  readonly timeout?: number | undefined;
  /** Ends the request when it is aborted. @default never */
  readonly signal?: AbortSignal | undefined;
}

/** The response of a web server. Redirections are returned and not followed. */
export interface HttpAnswer {
  readonly status: number;
  /** Header names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** At most `BODY_LIMIT` characters of the body. */
  readonly body: string;
}

/** The maximum number of characters that are kept of the body of a response. */
export const BODY_LIMIT = 1024 * 1024;

/** The address of a stream: a unix socket of the host, or a TCP port. */
export type StreamAddress = { readonly path: string } | { readonly address: string; readonly port: number };

/** Network access from a host. If a server does not respond, an `Error` contains the system's reason. */
export interface HostNetwork {
  /** Requests a URL with GET. */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Connects to a TCP port and closes the connection. `timeout` is in seconds; `signal` ends it earlier. */
  connect(address: string, port: number, timeout: number, signal?: AbortSignal): Promise<void>;
  /**
   * Opens a stream for a network protocol. `timeout` is in seconds. `signal` ends the attempt to connect, but not the
   * stream. Omitted by hosts that cannot open streams: providers then need a program on the host for the protocol.
   */
  open?(address: StreamAddress, timeout: number, signal?: AbortSignal): Promise<Duplex>;
}
