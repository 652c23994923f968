import { createHash } from 'node:crypto';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { File } from '../../../src/resources/file/file.js';
import { Workbench } from './workbench.js';

type Attributes = ConstructorParameters<typeof File>[2];
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

describe('a source on a web server', () => {
  let bench: Workbench;
  let server: Server;
  let base: string;
  /** `METHOD /path`, as they were asked for. */
  let asked: string[];
  const pages = new Map<string, Handler>();

  beforeEach(async () => {
    bench = await Workbench.open();
    asked = [];
    pages.clear();
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const page = pages.get(request.url ?? '');
      if (page === undefined) response.writeHead(404).end('no such page');
      else page(request, response);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await bench.close();
  });

  const page =
    (content: string, headers: Record<string, string> = {}): Handler =>
    (request, response) =>
      void response.writeHead(200, headers).end(request.method === 'HEAD' ? '' : content);
  const one = (attributes: Attributes) => (site: Scope) => void new File(site, bench.path('f'), attributes);
  const text = () => readFile(bench.path('f'), 'utf8');
  const hash = (content: string, type: string, form: 'hex' | 'base64' = 'hex') =>
    createHash(type).update(content).digest(form);

  async function failure(work: Promise<unknown>): Promise<string> {
    return work.then(
      () => 'it did not fail',
      (error: Error) => error.message,
    );
  }

  const checksums: readonly [string, (content: string) => Record<string, string>][] = [
    ['X-Checksum-Sha256', (content) => ({ 'x-checksum-sha256': hash(content, 'sha256') })],
    ['X-Checksum-Sha1', (content) => ({ 'x-checksum-sha1': hash(content, 'sha1') })],
    ['X-Checksum-Md5', (content) => ({ 'x-checksum-md5': hash(content, 'md5') })],
    ['Content-MD5', (content) => ({ 'content-md5': hash(content, 'md5', 'base64') })],
  ];
  for (const [name, headers] of checksums) {
    it(`is compared by the checksum in ${name}, and fetched only where that differs`, async () => {
      pages.set('/f', page('one', headers('one')));
      const manifest = one({ source: `${base}/f` });
      await bench.apply(manifest);
      expect(await text()).to.equal('one');
      asked = [];
      expect([...(await bench.plan(manifest)).keys()]).to.deep.equal([]);
      expect(asked).to.deep.equal(['HEAD /f']);
      await writeFile(bench.path('f'), 'ONE');
      await bench.apply(manifest);
      expect(await text()).to.equal('one');
    });
  }

  it('is not requested for an existing file that stays as it is', async () => {
    await writeFile(bench.path('f'), 'theirs\n');
    expect(await bench.apply(one({ source: `${base}/page`, replace: false }))).to.deep.equal({});
    expect(asked).to.deep.equal([]);
  });

  it('is refused if it does not match the checksum of the server, and nothing of it remains', async () => {
    pages.set('/f', page('broken', { 'x-checksum-sha256': hash('whole', 'sha256') }));
    expect(await failure(bench.apply(one({ source: `${base}/f` })))).to.match(
      /does not match the checksum that the server declares/,
    );
    expect(await bench.host.files.list(bench.directory)).to.deep.equal([]);
  });

  it('is compared by time and size without a checksum', async () => {
    const headers = { 'last-modified': 'Thu, 01 Jan 2015 00:00:00 GMT', 'content-length': '3' };
    pages.set('/f', page('one', headers));
    const manifest = one({ source: `${base}/f` });
    await bench.apply(manifest);
    expect(await bench.apply(manifest)).to.deep.equal({});
    await writeFile(bench.path('f'), 'two');
    expect(await bench.apply(manifest)).to.deep.equal({});
    await utimes(bench.path('f'), 1000, 1000);
    await bench.apply(manifest);
    expect(await text()).to.equal('one');
    await writeFile(bench.path('f'), 'longer');
    await bench.apply(manifest);
    expect(await text()).to.equal('one');
  });

  it('is compared only by time if checksum is mtime', async () => {
    const headers = {
      'last-modified': 'Thu, 01 Jan 2015 00:00:00 GMT',
      'content-md5': hash('one', 'md5', 'base64'),
    };
    pages.set('/f', page('one', headers));
    await writeFile(bench.path('f'), 'newer');
    expect(await bench.apply(one({ source: `${base}/f`, checksum: 'mtime' }))).to.deep.equal({});
  });

  it('is fetched for a comparison if the server declares nothing', async () => {
    pages.set('/f', page('one'));
    const manifest = one({ source: `${base}/f` });
    await bench.apply(manifest);
    expect(await bench.apply(manifest)).to.deep.equal({});
    await writeFile(bench.path('f'), 'two');
    await bench.apply(manifest);
    expect(await text()).to.equal('one');
  });

  it('is requested with GET if the server does not support HEAD', async () => {
    for (const refusal of [403, 405, 501]) {
      pages.set('/f', (request, response) => {
        if (request.method === 'HEAD') response.writeHead(refusal).end();
        else response.writeHead(200).end(`after ${refusal}`);
      });
      await bench.apply(one({ source: `${base}/f` }));
      expect(await text()).to.equal(`after ${refusal}`);
    }
  });

  it('is not requested if the file has the checksum_value', async () => {
    await writeFile(bench.path('f'), 'one');
    expect(
      await bench.apply(one({ source: `${base}/f`, checksum_value: hash('one', 'sha256') })),
    ).to.deep.equal({});
    expect(asked).to.deep.equal([]);
  });

  it('is refused if it does not have the checksum_value, whatever the server declares', async () => {
    pages.set('/f', page('evil', { 'x-checksum-sha256': hash('evil', 'sha256') }));
    const manifest = one({ source: `${base}/f`, checksum: 'md5', checksum_value: hash('good', 'md5') });
    expect(await failure(bench.apply(manifest))).to.match(/does not match checksum_value: \{md5\}/);
  });

  it('is followed if it has moved', async () => {
    pages.set('/f', (_request, response) => void response.writeHead(302, { location: '/elsewhere' }).end());
    pages.set('/elsewhere', page('moved'));
    await bench.apply(one({ source: `${base}/f` }));
    expect(await text()).to.equal('moved');
  });

  it('is followed ten times, with every status of a redirection', async () => {
    for (let hop = 0; hop < 10; hop += 1) {
      const status = [301, 302, 303, 307, 308][hop % 5] as number;
      pages.set(
        hop === 0 ? '/f' : `/${hop}`,
        (_request, response) => void response.writeHead(status, { location: `/${hop + 1}` }).end(),
      );
    }
    pages.set('/10', page('moved'));
    await bench.apply(one({ source: `${base}/f` }));
    expect(await text()).to.equal('moved');
  });

  it('is not followed with the status Not Modified', async () => {
    pages.set('/f', (_request, response) => void response.writeHead(304, { location: '/elsewhere' }).end());
    expect(await failure(bench.apply(one({ source: `${base}/f` })))).to.include(
      'the server responds with status 304',
    );
  });

  for (const location of ['file:///etc/passwd', 'ftp://127.0.0.1/f', 'gopher:x', 'http://[']) {
    it(`is not followed to ${location}`, async () => {
      pages.set('/f', (_request, response) => void response.writeHead(302, { location }).end());
      expect(await failure(bench.apply(one({ source: `${base}/f` })))).to.match(
        /neither http nor https|an invalid address/,
      );
    });
  }

  it('fails if redirections form a cycle', async () => {
    pages.set('/f', (_request, response) => void response.writeHead(301, { location: '/f' }).end());
    expect(await failure(bench.apply(one({ source: `${base}/f` })))).to.include(
      'is redirected more than 10 times',
    );
  });

  it('is replaced by the next source if it does not exist, and not if the server fails', async () => {
    await writeFile(bench.path('from'), 'local');
    const manifest = one({ source: [`${base}/f`, bench.path('from')] });
    await bench.apply(manifest);
    expect(await text()).to.equal('local');
    pages.set('/f', (_request, response) => void response.writeHead(500).end());
    expect(await failure(bench.apply(manifest))).to.match(
      /its source http:.*\/f cannot be fetched: the server responds with status 500/,
    );
  });

  for (const status of [502, 503, 504]) {
    it(`is waited for where the server answers ${status} for a moment, to be looked at and to be fetched`, async () => {
      const failures = new Map([
        ['HEAD', 2],
        ['GET', 1],
      ]);
      pages.set('/f', (request, response) => {
        const left = failures.get(request.method ?? '') ?? 0;
        failures.set(request.method ?? '', left - 1);
        if (left > 0) response.writeHead(status).end();
        else response.end('content');
      });
      await bench.apply(one({ source: `${base}/f` }));
      expect(await text()).to.equal('content');
      expect(bench.said.join('\n')).to.match(
        new RegExp(`waiting up to 10 s for it: http://[^ ]*/f responds with status ${status}`),
      );
    });
  }

  it('is not waited for for ever, and fails with the last answer', async () => {
    pages.set('/f', (_request, response) => {
      response.writeHead(503).end();
      bench.stop.abort();
    });
    expect(await failure(bench.apply(one({ source: `${base}/f` })))).to.match(
      /its source http:.*\/f cannot be fetched: the server responds with status 503/,
    );
    // Once for the state, and once for the change.
    expect(asked).to.deep.equal(['HEAD /f', 'HEAD /f']);
  });

  it('fails if it does not exist, and if no server responds', async () => {
    bench.stop.abort();
    expect(await failure(bench.apply(one({ source: `${base}/f` })))).to.include('does not exist');
    expect(await failure(bench.apply(one({ source: 'http://127.0.0.1:9/f' })))).to.match(
      /ECONNREFUSED|refused/,
    );
  });

  it('is refused if it is incomplete', async () => {
    pages.set('/f', (request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      if (request.method === 'HEAD') response.end();
      else response.write('only the beginning', () => response.destroy());
    });
    await writeFile(bench.path('f'), 'before');
    expect(await failure(bench.apply(one({ source: `${base}/f` })))).not.to.equal('it did not fail');
    expect(await text()).to.equal('before');
  });

  it('is validated before it is put in place, and fetched once', async () => {
    pages.set('/f', page('valid', { 'x-checksum-sha256': hash('valid', 'sha256') }));
    await bench.apply(one({ source: `${base}/f`, validate_cmd: 'grep -q valid %' }));
    expect(await text()).to.equal('valid');
    expect(asked.filter((request) => request === 'GET /f')).to.have.length(1);
    pages.set('/f', page('wrong', { 'x-checksum-sha256': hash('wrong', 'sha256') }));
    expect(
      await failure(bench.apply(one({ source: `${base}/f`, validate_cmd: 'grep -q valid %' }))),
    ).to.include('is refused');
    expect(await text()).to.equal('valid');
    expect(await bench.host.files.list(bench.directory)).to.deep.equal(['f']);
  });
});
