import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host } from '../../../src/hosts/host.js';
import { LocalNetwork } from '../../../src/hosts/local/local-network.js';
import { SimulatedHost, type SimulatedProgram } from '../../../src/hosts/simulated/simulated-host.js';

/** What a server was asked. */
export interface Asked {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What it answers: a status, and JSON or a text; or whatever it does with the connection itself. */
export type Reply =
  | {
      readonly status?: number;
      readonly json?: unknown;
      readonly text?: string;
      readonly headers?: Record<string, string>;
    }
  | ((response: ServerResponse, request: IncomingMessage) => void);

/** A real web server of a spec's own, which remembers what it was asked. */
export interface WebServer {
  readonly address: string;
  readonly asked: Asked[];
  /** Methods and URLs of what it was asked, in order. */
  lines(): string[];
}

/** Serves while something is done, and no longer. */
export async function serving<T>(
  reply: (asked: Asked) => Reply,
  use: (server: WebServer) => Promise<T>,
  port = 0,
): Promise<T> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('error', () => {});
    request.once('end', () => {
      const one = {
        method: String(request.method),
        url: String(request.url),
        headers: request.headers,
        body: Buffer.concat(pieces).toString('utf8'),
      };
      asked.push(one);
      const answer = reply(one);
      if (typeof answer === 'function') return answer(response, request);
      const { status = 200, json, text, headers } = answer;
      const type = json === undefined ? 'text/html' : 'application/json';
      response.writeHead(status, { 'content-type': type, ...headers });
      response.end(json === undefined ? text : JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  try {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return await use({ address, asked, lines: () => asked.map(({ method, url }) => `${method} ${url}`) });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A simulated machine that reaches what this machine reaches. */
export function hostWith(
  files: Readonly<Record<string, string>>,
  programs: Readonly<Record<string, SimulatedProgram>> = {},
): Host {
  const machine = new SimulatedHost({ files, programs });
  return {
    name: machine.name,
    files: machine.files,
    network: new LocalNetwork(),
    facts: () => machine.facts(),
    run: (command) => machine.run(command),
    lock: (owner) => machine.lock(owner),
    holder: () => machine.holder(),
    close: () => machine.close(),
  };
}

/** Takes the variables out of the environment that would say how to log in elsewhere, for as long as specs run. */
export function withoutOpenstackVariables(): void {
  const kept: Record<string, string | undefined> = {};
  before(() => {
    for (const name of Object.keys(process.env).filter((one) => one.startsWith('OS_'))) {
      kept[name] = process.env[name];
      delete process.env[name];
    }
  });
  after(() => Object.assign(process.env, kept));
}
