import type { HostNetwork, HttpAnswer, HttpRequest } from '../host-network.js';

/** Returns the response of a simulated web server to a request. */
export type WebServer = (request: HttpRequest) => Partial<HttpAnswer>;

/** Network access from a simulated machine: nothing can be reached until a spec adds it. */
export class SimulatedNetwork implements HostNetwork {
  readonly #servers = new Map<string, WebServer>();
  readonly #ports = new Set<string>();

  /** Adds or replaces a web server at a URL. */
  serve(url: string, server: WebServer): void {
    this.#servers.set(url, server);
  }

  /** Opens a TCP port. */
  listen(address: string, port: number): void {
    this.#ports.add(`${address} ${port}`);
  }

  async request(request: HttpRequest): Promise<HttpAnswer> {
    const server = this.#servers.get(request.url);
    if (server === undefined) throw refused(request.url);
    return { status: 200, headers: {}, body: '', ...server(request) };
  }

  async connect(address: string, port: number): Promise<void> {
    if (!this.#ports.has(`${address} ${port}`)) throw refused(`${address} port ${port}`);
  }
}

function refused(what: string): Error {
  return Object.assign(new Error(`connect ECONNREFUSED ${what}`), { code: 'ECONNREFUSED' });
}
