import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createPlainServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BODY_LIMIT } from '../../../src/hosts/host-network.js';
import { LocalNetwork } from '../../../src/hosts/local/local-network.js';

/** Gives a function the port at which a server listens, and stops the server afterwards. */
async function listening<T>(server: Server, use: (port: number) => Promise<T>): Promise<T> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function serving<T>(answer: RequestListener, use: (port: number) => Promise<T>): Promise<T> {
  return listening(createPlainServer(answer), use);
}

/** What a promise was rejected with. */
function errorOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'it was not rejected',
    (error: Error) => error.message,
  );
}

describe('what can be reached from this machine', () => {
  const network = new LocalNetwork();

  it('answers with status, headers and body, and follows no redirection', async () => {
    const answer = await serving(
      (request, response) => {
        response
          .writeHead(302, { Location: '/there', 'Set-Cookie': ['a', 'b'] })
          .end(`saw ${request.headers['x-test']}`);
      },
      (port) => network.request({ url: `http://127.0.0.1:${port}/`, headers: { 'X-Test': 'me' } }),
    );
    expect(answer).to.deep.include({ status: 302, body: 'saw me' });
    expect(answer.headers).to.include({ location: '/there', 'set-cookie': 'a, b' });
  });

  it('keeps the beginning of a body that is too long', async () => {
    const { body } = await serving(
      (_request, response) => response.end('ä'.repeat(BODY_LIMIT + 1)),
      (port) => network.request({ url: `http://127.0.0.1:${port}/` }),
    );
    expect(body).to.have.length(BODY_LIMIT);
  });

  it('says that nothing listens, for each way to ask', async () => {
    const port = await serving(
      () => {},
      async (open) => open,
    );
    expect(await errorOf(network.request({ url: `http://localhost:${port}/` }))).to.include('ECONNREFUSED');
    expect(await errorOf(network.connect('localhost', port, 5))).to.include('ECONNREFUSED');
  });

  it('gives up on a server that never answers, and on one that never finishes', async () => {
    const never: RequestListener = () => {};
    const half: RequestListener = (_request, response) => void response.write('half');
    for (const listener of [never, half]) {
      const said = await serving(listener, (port) =>
        errorOf(network.request({ url: `http://127.0.0.1:${port}/`, timeout: 0.1 })),
      );
      expect(said).to.equal('no answer within 0.1 seconds');
    }
  });

  it('says that a server hung up', async () => {
    const said = await serving(
      (_request, response) => void response.destroy(),
      (port) => errorOf(network.request({ url: `http://127.0.0.1:${port}/` })),
    );
    expect(said).to.equal('socket hang up');
  });

  it('connects to a port and hangs up', async () => {
    await serving(
      () => {},
      (port) => network.connect('127.0.0.1', port, 5),
    );
  });

  it('trusts a certificate that nobody has signed only where it need not be trusted', async function () {
    const directory = mkdtempSync(join(tmpdir(), 'glance-apply-tls-'));
    const [key, cert] = [join(directory, 'key'), join(directory, 'cert')];
    const subject = ['-subj', '/CN=localhost', '-keyout', key, '-out', cert];
    try {
      execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject], {
        stdio: 'ignore',
      });
    } catch {
      rmSync(directory, { recursive: true });
      this.skip();
    }
    const server = createTlsServer(
      { key: readFileSync(key), cert: readFileSync(cert) },
      (_request, response) => {
        response.end('secure');
      },
    );
    await listening(server, async (port) => {
      const url = `https://localhost:${port}/`;
      expect(await errorOf(network.request({ url }))).to.match(/self.signed certificate/);
      expect((await network.request({ url, verifyPeer: false })).body).to.equal('secure');
    });
    rmSync(directory, { recursive: true });
  });
});
