import type { Duplex } from 'node:stream';

/** What a web server is asked, and how. */
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

/** What a web server answered. Redirections are answers like others. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** At most `BODY_LIMIT` characters of it. */
  readonly body: string;
}

/** How much of an answer's body is kept, in characters. */
export const BODY_LIMIT = 1024 * 1024;

/** Where a stream leads: to a unix socket of the host, or to a TCP port. */
export type StreamAddress = { readonly path: string } | { readonly address: string; readonly port: number };

/** What can be reached from a host. Where nothing answers, an `Error` says in words of the system why. */
export interface HostNetwork {
  /** Asks a web server with GET. */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Connects to a TCP port and hangs up again. `timeout` is in seconds; `signal` ends it before. */
  connect(address: string, port: number, timeout: number, signal?: AbortSignal): Promise<void>;
  /**
   * Opens a stream, for a protocol that is spoken over it. `timeout` is in seconds. Left out by hosts to which none can
   * be opened: there a program of the host has to speak. `signal` ends the opening, and not the stream.
   */
  open?(place: StreamAddress, timeout: number, signal?: AbortSignal): Promise<Duplex>;
}
