import type { AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { expect } from 'chai';
import { File } from '../../../src/resources/file/file.js';
import { Authority } from '../../certificates.js';
import { converge, only } from '../converge.js';
import { hostWith } from '../openstack/web-server.js';

describe('a file from a web server over TLS', () => {
  let authority: Authority;
  before(() => {
    authority = new Authority();
  });
  after(() => authority.remove());

  /** What becomes of a file whose server answers with these headers, and ends the connection behind its content. */
  async function fetching(headers: string, body = 'the first half of a file'): Promise<string> {
    const server = createServer(authority.sign('IP:127.0.0.1'), (socket: TLSSocket) => {
      socket.on('error', () => {});
      socket.once('data', (request) =>
        socket.end(`HTTP/1.1 200 OK\r\n${headers}\r\n${request.toString().startsWith('HEAD') ? '' : body}`),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const host = hostWith({ '/etc/ssl/certs/ca-certificates.crt': authority.cert });
      const source = `https://127.0.0.1:${(server.address() as AddressInfo).port}/f`;
      const report = only(
        await converge(host, (site) => void new File(site, '/f', { source, ensure: 'file' })),
      );
      const [content] = await host.files.read(['/f']);
      return content instanceof Buffer ? content.toString() : String(report?.reason);
    } finally {
      server.close();
    }
  }

  it('is refused where only the end of the connection says where it ends, which anybody can cause', async () => {
    expect(await fetching('')).to.match(/does not say where the file ends/);
    expect(await fetching('transfer-encoding: identity\r\n')).not.to.equal('the first half of a file');
    expect(await fetching('connection: close\r\n')).to.match(/does not say where the file ends/);
  });

  it('is taken where the server marks its end, and refused where that does not come', async () => {
    expect(await fetching('content-length: 24\r\n')).to.equal('the first half of a file');
    const chunked = 'transfer-encoding: chunked\r\n';
    expect(await fetching(chunked, '4\r\nfile\r\n0\r\n\r\n')).to.equal('file');
    expect(await fetching(chunked, '4\r\nfile\r\n')).to.match(/aborted|was interrupted/);
    expect(await fetching('content-length: 48\r\n')).to.match(/aborted|was interrupted/);
  });
});
