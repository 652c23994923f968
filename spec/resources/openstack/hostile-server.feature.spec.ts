import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { LocalNetwork } from '../../../src/hosts/local/local-network.js';
import { KeystoneRole } from '../../../src/index.js';
import { buildApiUrl } from '../../../src/resources/openstack/api-url.js';
import { extractMessage } from '../../../src/resources/openstack/describe-response.js';
import { type HttpRequest, readText, sendHttpRequest } from '../../../src/resources/openstack/http-client.js';
import { readAllPages } from '../../../src/resources/openstack/pages.js';
import { parseJson } from '../../../src/resources/openstack/parse-json.js';
import { parseToken } from '../../../src/resources/openstack/token.js';
import { cpuTime } from '../../cpu-time.js';
import { converge, only } from '../converge.js';
import { besideKeystone, keystoneReply } from '../keystone/scripted-keystone.js';
import { type Reply, serving, withoutOpenstackVariables } from './web-server.js';

const never = { stop: new AbortController().signal, signal: new AbortController().signal };

/** What comes of one request, with bounds for which nobody has to wait. */
async function asking(address: string, more: Partial<HttpRequest> = {}): Promise<string> {
  try {
    const request = { method: 'GET', idleSeconds: 0.3, progressBytes: 1000, ...more } as const;
    const trust = { authorities: undefined, verify: true };
    const url = new URL(address);
    return await readText(
      await sendHttpRequest(new LocalNetwork(), {
        ...request,
        url,
        trust,
        interrupts: request.interrupts ?? never,
      }),
      100_000,
    );
  } catch (error) {
    return (error as Error).message;
  }
}

/** A server that does what it likes with each connection, while something is done. */
async function raw<T>(behave: (socket: Socket) => void, use: (address: string) => Promise<T>): Promise<T> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    behave(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

/** Writes something now and then for as long as there is somebody. */
function dripping(target: Socket | ServerResponse, text: string): void {
  const timer = setInterval(() => target.write(text), 30);
  target.once('close', () => clearInterval(timer));
}

/** Writes for as long as there is somebody. */
function flooding(target: Socket | ServerResponse): void {
  const text = 'x'.repeat(10_000);
  const more = () => {
    while (!target.destroyed && target.write(text));
  };
  target.on('drain', more);
  more();
}

const answering = (write: (response: ServerResponse, request: IncomingMessage) => void) => (): Reply => write;

describe('a web server that hangs or floods', () => {
  it('without an answer is given up', async () => {
    expect(await raw(() => {}, asking)).to.equal('no answer within 0.3 seconds');
  });

  it('that breaks off while TLS is agreed on fails the request, and nothing else', async () => {
    for (const after of [0, 1, 2]) {
      const behave = (socket: Socket) => void setTimeout(() => socket.resetAndDestroy(), after);
      await raw(behave, async (address) => {
        for (let tries = 0; tries < 50; tries += 1)
          expect(await asking(address.replace('http:', 'https:'))).to.match(/ECONNRESET|closed before/);
      });
    }
  });

  it('with headers that come a byte now and then is given up', async () => {
    const behave = (socket: Socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx: ');
      dripping(socket, 'y');
    };
    expect(await raw(behave, asking)).to.equal('no answer within 0.3 seconds');
  });

  it('that switches to another protocol is an error, and not the end of the program', async () => {
    const behave = (socket: Socket) =>
      void socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n');
    expect(await raw(behave, asking)).to.equal('the connection was closed without an answer');
    const request = (url: string) => new LocalNetwork().request({ url });
    const failed = raw(behave, request).catch((error: Error) => error.message);
    expect(await failed).to.equal('the connection was closed without an answer');
  });

  it('with headers without an end is given up', async () => {
    const behave = (socket: Socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx: ');
      flooding(socket);
    };
    expect(await raw(behave, (address) => asking(address, { idleSeconds: 30 }))).to.match(/Header overflow/i);
  });

  it('with a byte now and then is given up, however long it goes on', async () => {
    const drip = answering((response) => dripping(response.writeHead(200), 'x'));
    expect(await serving(drip, ({ address }) => asking(address))).to.match(
      /only \d+ bytes within 0.3 seconds/,
    );
  });

  it('with a body without an end is given up', async () => {
    const flood = answering((response) => flooding(response.writeHead(200)));
    expect(await serving(flood, ({ address }) => asking(address, { idleSeconds: 30 }))).to.match(
      /longer than 100000 bytes/,
    );
  });

  it('that is slow and never quite stops is given up when the time for all of it is over', async () => {
    const slow = answering((response) => dripping(response.writeHead(200), 'x'.repeat(2000)));
    expect(await serving(slow, ({ address }) => asking(address, { totalSeconds: 0.4 }))).to.match(
      /no whole answer within 0.4 seconds/,
    );
  });

  it('may take its time as long as there is progress', async () => {
    const slow = answering((response) => {
      response.writeHead(200);
      for (let time = 0; time < 8; time++) setTimeout(() => response.write('x'.repeat(1000)), time * 100);
      setTimeout(() => response.end(), 800);
    });
    expect(await serving(slow, ({ address }) => asking(address))).to.have.lengthOf(8000);
  });

  it('does not have what is packed unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const packed = answering((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    expect(await serving(packed, ({ address }) => asking(address, { idleSeconds: 30 }))).to.have.length.below(
      100_000,
    );
  });

  for (const time of ['first', 'second'] as const) {
    it(`is left when the run is interrupted for the ${time} time`, async () => {
      const behaviours = [
        () => {},
        (socket: Socket) => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          dripping(socket, 'x'.repeat(200));
        },
      ];
      await Promise.all(
        behaviours.map(async (behave) => {
          const [stop, abort] = [new AbortController(), new AbortController()];
          const beginning = performance.now();
          const interrupts = { stop: stop.signal, signal: abort.signal };
          const said = raw(behave, (address) => asking(address, { idleSeconds: 60, interrupts }));
          await sleep(20);
          (time === 'first' ? stop : abort).abort();
          expect(await said).to.include('the run was interrupted');
          // Far from the bound of the request, also on a busy machine.
          expect(performance.now() - beginning).to.be.below(30_000);
        }),
      );
    });
  }

  it('is asked over http and https, and nothing else', async () => {
    expect(await asking('file:///etc/passwd')).to.contain('file:// is not supported');
  });
});

describe('an API that is hostile', () => {
  withoutOpenstackVariables();

  const role = (site: ConstructorParameters<typeof KeystoneRole>[0]) => void new KeystoneRole(site, 'one');

  it('is excerpted in time, whatever it says', () => {
    const size = 7_000_000;
    const pages = [
      '<head>'.repeat(size / 6),
      '<'.repeat(size),
      '<script '.repeat(size / 8),
      `${'<style>x</style '.repeat(size / 16)}`,
      `<html>${'&amp'.repeat(size / 4)}`,
      ' '.repeat(size),
      `{"error": {"message": "${'x'.repeat(size)}"}}`,
      '['.repeat(size),
    ];
    for (const page of pages) {
      const spent = cpuTime(() => expect(extractMessage(page).length).to.be.below(400));
      expect(spent, page.slice(0, 20)).to.be.below(1000);
    }
  });

  it('that fails with a page of 7 MB is told of in a sentence', () =>
    besideKeystone(
      (asked) =>
        asked.method === 'POST' && asked.url === '/v3/roles'
          ? { status: 501, text: `<h1>Not implemented</h1>${'<b '.repeat(2_400_000)}` }
          : keystoneReply({}, asked),
      async (host) => {
        const spent = await cpuTime(async () => {
          const { reason = '' } = only(await converge(host, role)) ?? {};
          expect(reason).to.contain('Not implemented').and.to.have.length.below(600);
        });
        expect(spent).to.be.below(10_000);
      },
    ));

  it('is not followed elsewhere with a token, and has done nothing where it sends somebody', () =>
    serving(
      () => ({ json: {} }),
      (elsewhere) =>
        besideKeystone(
          (asked) =>
            asked.url?.startsWith('/v3/roles')
              ? { status: 307, headers: { location: `${elsewhere.address}/v3/roles` }, text: '' }
              : keystoneReply({}, asked),
          async (host) => {
            const { outcome, reason } = only(await converge(host, role)) ?? {};
            expect(outcome).to.equal('failed');
            expect(reason)
              .to.contain(`to ${elsewhere.address}/v3/roles (307)`)
              .and.to.contain('a login is not sent to another address');
            expect(elsewhere.asked).to.deep.equal([]);
          },
        ),
    ));

  it('is left where a list has no end', async () => {
    let page = 0;
    const endless = async () => {
      page += 1;
      return { headers: {}, body: { things: [], links: { next: `?marker=${page}` } }, size: 50 };
    };
    const bounds = { pages: 20, listBytes: 1e6, list: 60 };
    const failure = await readAllPages('things', {}, endless, bounds).catch((error: Error) => error.message);
    expect(failure).to.contain('has no end: after 20 pages');
    page = 0;
    const long = await readAllPages('things', {}, endless, { ...bounds, listBytes: 199 }).catch(
      (error: Error) => error.message,
    );
    expect(long).to.contain('after 4 pages and 200 bytes');
    const late = await readAllPages('things', {}, endless, { ...bounds, list: 0 }).catch(
      (error: Error) => error.message,
    );
    expect(late).to.contain('has no end');
  });

  it('may have lists of hundreds of thousands', async () => {
    const things = Array.from({ length: 400_000 }, (_, id) => ({ id }));
    const all = await readAllPages('things', {}, async () => ({ headers: {}, body: { things }, size: 1 }));
    expect(all.items).to.have.lengthOf(400_000);
  });

  it('is refused where what it says has another form', async () => {
    const bodies = [
      null,
      5,
      [],
      { things: 5 },
      { things: [null] },
      { things: ['x'] },
      { things: [], next: 'http://[' },
    ];
    for (const body of bodies) {
      const said = await readAllPages('things', {}, async () => ({ headers: {}, body, size: 1 })).catch(
        (error: Error) => error.name,
      );
      expect(said, JSON.stringify(body)).to.equal('UnreachableError');
    }
    for (const token of [
      undefined,
      null,
      5,
      { catalog: 5 },
      { catalog: [null, { type: 'image', endpoints: [null, {}] }] },
    ])
      expect(() => parseToken('x', { token })).not.to.throw();
    expect(parseToken('x', null)).to.equal(undefined);
  });

  it('is refused where it has millions of the smallest values, however few bytes they are', () =>
    besideKeystone(
      (asked) =>
        asked.url?.startsWith('/v3/roles')
          ? { text: `{"roles":[${'{},'.repeat(2_000_000)}{}]}` }
          : keystoneReply({}, asked),
      async (host) => {
        const { reason } = only(await converge(host, role)) ?? {};
        expect(reason)
          .to.contain('it has more than 2000000 values')
          .and.to.contain('check which service listens at this address');
      },
    ));

  it('has a list counted by what it takes in memory', () => {
    expect(parseJson(`[${'{},'.repeat(99)}{}]`).size).to.equal(201 * 64);
    expect(parseJson(JSON.stringify({ a: ','.repeat(10_000) })).size).to.equal(10_008);
  });

  it('cannot redirect a request by an identifier, nor end the run by one', () => {
    const build = (...path: string[]) => buildApiUrl('http://keystone/v3/', path).href;
    expect(build('users', 'a/b ?#%2e')).to.equal('http://keystone/v3/users/a%2Fb%20%3F%23%252e');
    for (const id of ['', '.', '..']) expect(() => build('users', id), id).to.throw('is not valid as a name');
    expect(() => build('users', '\ud800')).to.throw('is not valid Unicode');
    expect(() => buildApiUrl('http://keystone', ['users'], { name: '\udc00' })).to.throw(
      'is not valid Unicode',
    );
  });

  it('gives the address of another service, which is read in time, however long it is', () => {
    const spent = cpuTime(() => void buildApiUrl(`http://glance/${'/'.repeat(500_000)}x`, ['images']));
    expect(spent).to.be.below(2000);
  });

  it('is refused where it nests without an end', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(() => parseJson(deep(100_000))).to.throw('nested deeper than 200');
    expect(() => parseJson('{"a":'.repeat(1000))).to.throw('nested deeper');
    expect(parseJson(deep(200)).value).to.be.an('array');
    expect(parseJson(JSON.stringify({ a: '[{'.repeat(1000), 'b\\"[': [] })).value).to.have.keys('a', 'b\\"[');
  });
});
