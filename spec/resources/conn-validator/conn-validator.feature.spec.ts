import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { AttributesOf, Scope } from '../../../src/catalog/index.js';
import type { RunEvent } from '../../../src/engine/events.js';
import type { Report } from '../../../src/engine/report.js';
import type { RunOptions } from '../../../src/engine/run-options.js';
import { HttpConnValidator } from '../../../src/resources/conn-validator/http-conn-validator.js';
import { TcpConnValidator } from '../../../src/resources/conn-validator/tcp-conn-validator.js';
import { thisMachine } from '../../hosts/this-machine.js';
import { converge, errorsOf, inDirectory, only } from '../converge.js';

type HttpAttributes = AttributesOf<typeof HttpConnValidator.definition.attributes>;

async function serve(
  answer: (path: string) => { status: number; location?: string },
  port = 0,
): Promise<Server> {
  const server = createServer((request, response) => {
    const { status, location } = answer(request.url ?? '');
    response.writeHead(status, location === undefined ? {} : { location }).end('body');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function apply(body: (site: Scope) => void, options: RunOptions = {}): Promise<Report> {
  return inDirectory((directory) =>
    converge(thisMachine(), body, { stateDirectory: `${directory}/state`, ...options }),
  );
}

/** Applies one validator while a server answers. */
async function against(
  answer: (path: string) => { status: number; location?: string },
  given: HttpAttributes,
): Promise<Report> {
  const server = await serve(answer);
  try {
    return await apply((site) => {
      new HttpConnValidator(site, 'it', { host: '127.0.0.1', port: portOf(server), timeout: 0, ...given });
    });
  } finally {
    server.close();
  }
}

describe('http_conn_validator', () => {
  it('has nothing to do where the server answers', async () => {
    const report = await against((path) => ({ status: path === '/healthcheck' ? 200 : 404 }), {
      test_url: '/healthcheck',
    });
    expect(report.resources).to.deep.equal([]);
  });

  it('takes the status that is expected and no other', async () => {
    expect((await against(() => ({ status: 300 }), { expected_code: 300 })).resources).to.deep.equal([]);
    const resource = only(await against(() => ({ status: 503 }), {}));
    expect(resource?.outcome).to.equal('failed');
    expect(resource?.reason).to.include('the status is 503 instead of 200').and.include('within 0 seconds');
  });

  it('follows redirections, and gives up where they lead in a circle', async () => {
    const once = await against(
      (path) => (path === '/' ? { status: 302, location: '/v2' } : { status: 200 }),
      {},
    );
    expect(once.resources).to.deep.equal([]);
    const circle = await against(() => ({ status: 302, location: '/' }), {});
    expect(only(circle)?.reason).to.include('more than 10 redirections');
  });

  it('takes a URL as its name', async () => {
    const server = await serve((path) => ({ status: path === '/x' ? 200 : 404 }));
    const report = await apply((site) => {
      new HttpConnValidator(site, `http://127.0.0.1:${portOf(server)}/x`, { timeout: 0 });
    });
    server.close();
    expect(report.resources).to.deep.equal([]);
  });

  it('waits until the server answers, and tells that it waits', async () => {
    const first = await serve(() => ({ status: 200 }));
    const port = portOf(first);
    await new Promise((resolve) => first.close(resolve));
    const later = new Promise<Server>((resolve) => {
      setTimeout(() => resolve(serve(() => ({ status: 200 }), port)), 300);
    });
    const events: RunEvent[] = [];
    const report = await apply(
      (site) => void new HttpConnValidator(site, 'it', { host: '127.0.0.1', port, try_sleep: 0.05 }),
      { listener: (event) => events.push(event) },
    );
    (await later).close();
    expect(only(report)?.outcome).to.equal('changed');
    const progress = events.flatMap((event) => (event.type === 'work-progress' ? [event.text] : []));
    expect(progress[0]).to.include(`waiting for http://127.0.0.1:${port}/`).and.include('ECONNREFUSED');
  });

  it('waits no longer when the run is interrupted', async () => {
    const first = await serve(() => ({ status: 200 }));
    const port = portOf(first);
    await new Promise((resolve) => first.close(resolve));
    const stop = new AbortController();
    const report = await apply(
      (site) =>
        void new HttpConnValidator(site, 'it', { host: '127.0.0.1', port, timeout: 300, try_sleep: 60 }),
      {
        stop: stop.signal,
        listener: ({ type }) => {
          if (type === 'work-progress') stop.abort();
        },
      },
    );
    expect(only(report)?.reason)
      .to.match(/^the run was interrupted while waiting for http/)
      .and.include('ECONNREFUSED');
  });

  it('gives up at its timeout on a server that takes connections and never answers', async () => {
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const report = await apply(
      (site) =>
        void new HttpConnValidator(site, 'it', { host: '127.0.0.1', port: portOf(server), timeout: 1 }),
    );
    server.closeAllConnections();
    server.close();
    expect(only(report)?.reason)
      .to.include('could not be reached within 1 seconds')
      .and.include('no answer within 1 seconds');
  });

  it('needs to know where', async () => {
    expect(await errorsOf((site) => void new HttpConnValidator(site, 'it'))).to.match(
      /a host is required[\s\S]*a port is required/,
    );
  });
});

describe('tcp_conn_validator', () => {
  it('has nothing to do where something listens', async () => {
    const server = await serve(() => ({ status: 200 }));
    const port = portOf(server);
    const report = await apply((site) => {
      new TcpConnValidator(site, 'by attributes', { host: ['127.0.0.1', '127.0.0.2'], port, timeout: 0 });
      new TcpConnValidator(site, `127.0.0.1:${port}`, { timeout: 0 });
    });
    server.close();
    expect(report.resources).to.deep.equal([]);
  });

  it('says what it could not reach, and why', async () => {
    const server = await serve(() => ({ status: 200 }));
    const port = portOf(server);
    await new Promise((resolve) => server.close(resolve));
    const report = await apply(
      (site) => void new TcpConnValidator(site, `localhost:${port}`, { timeout: 0 }),
    );
    expect(only(report)?.reason)
      .to.include(`localhost:${port} could not be reached`)
      .and.include('ECONNREFUSED');
  });

  it('is planned as a change where nothing listens', async () => {
    const report = await apply((site) => void new TcpConnValidator(site, '127.0.0.1:1'), { mode: 'plan' });
    expect(only(report)?.outcome).to.equal('will');
  });

  it('needs to know where', async () => {
    expect(await errorsOf((site) => void new TcpConnValidator(site, 'it'))).to.match(
      /a host is required[\s\S]*a port is required/,
    );
  });
});
