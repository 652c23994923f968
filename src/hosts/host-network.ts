import type { Duplex } from 'node:stream';

/** A request to a web server. */
export interface HttpRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Refuse a server whose certificate no authority that the host trusts has signed. @default true */
  readonly verifyPeer?: boolean | undefined;
  /** Seconds for all of it. @default 10 */
  readonly timeout?: number | undefined;
  /** Ends it when it is aborted. @default never */
  readonly signal?: AbortSignal | undefined;
}

/** The response of a web server. Redirections are responses like others. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** At most `BODY_LIMIT` characters of it. */
  readonly body: string;
}

/** How much of an answer's body is kept, in characters. */
export const BODY_LIMIT = 1024 * 1024;

/** The address of a stream: a unix socket of the host, or a TCP port. */
export type StreamAddress = { readonly path: string } | { readonly address: string; readonly port: number };

/** What can be reached from a host. If nothing answers, an `Error` has the system's reason. */
export interface HostNetwork {
  /** Requests a URL with GET. */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Connects to a TCP port and closes the connection. `timeout` is in seconds; `signal` ends it before. */
  connect(address: string, port: number, timeout: number, signal?: AbortSignal): Promise<void>;
  /**
   * Opens a stream, for a protocol that is spoken over it. `timeout` is in seconds. Left out by hosts to which none can
   * be opened: there a program of the host has to speak. `signal` ends the opening, and not the stream.
   */
  open?(place: StreamAddress, timeout: number, signal?: AbortSignal): Promise<Duplex>;
}
