import { createHash } from 'node:crypto';
import { appendFileSync, truncateSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { messageOf } from '../../../../src/errors/glance-apply-error.js';
import type { Host } from '../../../../src/hosts/host.js';
import { LocalFiles } from '../../../../src/hosts/local/local-files.js';
import { GlanceImage } from '../../../../src/index.js';
import type { GlanceClient } from '../../../../src/resources/glance/glance-image/glance-client.js';
import type { Image } from '../../../../src/resources/glance/glance-image/image.js';
import { uploadData } from '../../../../src/resources/glance/glance-image/upload.js';
import { converge, errorsOf, inDirectory, only } from '../../converge.js';
import {
  type Asked,
  hostWith,
  type Reply,
  serving,
  type WebServer,
  withoutOpenstackVariables,
} from '../../openstack/web-server.js';

const id = '6b1a1cd3-5a3c-4b0e-8f43-0f4ab4d5a1a4';
const size = 3_000_000;

/** What a scripted Glance has of its one image; it keeps what it is sent, unless a spec has it do something else. */
interface Kept {
  status?: string;
  body?: string;
}

function glanceReply(kept: Kept, { method, url, body }: Asked): Reply {
  const hash = (algorithm: string) =>
    createHash(algorithm)
      .update(kept.body ?? '')
      .digest('hex');
  const image = {
    ...{ id, name: 'disk', visibility: 'shared', owner: null, tags: [], min_ram: 0, min_disk: 0 },
    ...{ container_format: 'bare', disk_format: 'raw', status: kept.status, size: kept.body?.length ?? null },
    ...{ checksum: hash('md5'), os_hash_algo: 'sha512', os_hash_value: hash('sha512') },
  };
  if (method === 'POST') {
    kept.status = 'queued';
    return { status: 201, json: image };
  }
  if (method === 'DELETE') {
    delete kept.status;
    return { status: 204, text: '' };
  }
  if (method === 'PUT') {
    Object.assign(kept, { status: 'active', body });
    return { status: 204, text: '' };
  }
  if (url.startsWith(`/v2/images/${id}`)) return { json: image };
  return { json: { images: kept.status === undefined ? [] : [image] } };
}

/** Converges an image of a file beside a scripted Glance that requires no login. */
function besideGlance<T>(
  reply: (asked: Asked, kept: Kept) => Reply,
  use: (apply: () => ReturnType<typeof converge>, glance: WebServer, kept: Kept, file: string) => Promise<T>,
  kept: Kept = {},
  source?: string,
): Promise<T> {
  return inDirectory((directory) =>
    serving(
      (asked) => reply(asked, kept),
      async (glance) => {
        const file = join(directory, 'disk.img');
        await writeFile(file, 'x'.repeat(size));
        const port = new URL(glance.address).port;
        const host = withLocalFiles(
          hostWith({
            '/etc/glance/glance-api.conf': `[DEFAULT]\nbind_host = 127.0.0.1\nbind_port = ${port}\n`,
          }),
        );
        const apply = () =>
          converge(host, (site) => {
            new GlanceImage(site, 'disk', {
              source: source ?? file,
              container_format: 'bare',
              disk_format: 'raw',
            });
          });
        return use(apply, glance, kept, file);
      },
    ),
  );
}

/** Large files are those of this machine: a simulated one has none that are read piece by piece. */
function withLocalFiles(host: Host): Host {
  const local = new LocalFiles();
  return Object.assign(host, { files: Object.assign(host.files, { stream: local.stream.bind(local) }) });
}

describe('The data of an image', () => {
  withoutOpenstackVariables();

  it('are sent once, and not again where they are there', () =>
    besideGlance(
      (asked, kept) => glanceReply(kept, asked),
      async (apply, glance, kept) => {
        expect(only(await apply())?.outcome).to.equal('changed');
        expect(kept.body).to.have.length(size);
        expect((await apply()).resources).to.deep.equal([]);
        expect(glance.lines().filter((line) => line.startsWith('PUT'))).to.have.length(1);
      },
    ));

  it('that never came with their image are sent anew', () =>
    besideGlance(
      (asked, kept) => glanceReply(kept, asked),
      async (apply, glance) => {
        expect(only(await apply())?.outcome).to.equal('changed');
        expect(glance.lines().map((line) => line.split(' ')[0])).to.include.members([
          'DELETE',
          'POST',
          'PUT',
        ]);
      },
      { status: 'queued' },
    ));

  it('whose way breaks off in the middle leave no image behind', () =>
    besideGlance(
      (asked, kept) =>
        asked.method === 'PUT' ? (response) => void response.destroy() : glanceReply(kept, asked),
      async (apply, _glance, kept) => {
        const report = only(await apply());
        expect(report?.outcome).to.equal('failed');
        expect(report?.reason)
          .to.contain('was interrupted')
          .and.to.contain('the incomplete image was removed');
        expect(kept.status).to.equal(undefined);
      },
    ));

  it('that Glance keeps in another form are not taken for the image', () =>
    besideGlance(
      (asked, kept) =>
        glanceReply(kept, asked.method === 'PUT' ? { ...asked, body: `y${asked.body.slice(1)}` } : asked),
      async (apply, _glance, kept) => {
        const report = only(await apply());
        expect(report?.reason)
          .to.contain('its sha512 checksum differs')
          .and.to.contain('the incomplete image was removed');
        expect(kept.status).to.equal(undefined);
      },
    ));

  const changes = {
    'grow while they are read': (file: string) => appendFileSync(file, 'z'),
    'shrink while they are read': (file: string) => truncateSync(file, size - 1),
    'are others in the end, of the same length': (file: string) => writeFileSync(file, 'y'.repeat(size)),
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`that ${what} are not taken for the image`, () => {
      let path = '';
      return besideGlance(
        (asked, kept) => {
          // The source is open by then, and nothing of it is read.
          if (asked.method === 'POST') change(path);
          return glanceReply(kept, asked);
        },
        async (apply, _glance, kept, file) => {
          path = file;
          const report = only(await apply());
          expect(report?.outcome).to.equal('failed');
          expect(report?.reason).to.contain('it was changed while it was being read');
          expect(report?.reason).to.contain('the incomplete image was removed');
          expect(kept.status).to.equal(undefined);
        },
      );
    });
  }

  it('do not exist, create no image', () =>
    besideGlance(
      (asked, kept) => glanceReply(kept, asked),
      async (apply, glance) => {
        expect(only(await apply())?.reason).to.contain('/no/where.img does not exist');
        expect(glance.lines().every((line) => line.startsWith('GET'))).to.equal(true);
      },
      {},
      '/no/where.img',
    ));

  it('that a web server breaks off before they are read leave no image behind, and nobody waiting', () => {
    let hangUp = () => {};
    return serving(
      () => (response) => {
        response.writeHead(200, { 'content-length': size }).write('x'.repeat(100));
        hangUp = () => void response.destroy();
      },
      (web) =>
        besideGlance(
          (asked, kept) => {
            // The source is open by then, and nothing of it is read.
            if (asked.method === 'POST') {
              hangUp();
              const reply = glanceReply(kept, asked) as { json: unknown };
              return (response) => void setTimeout(() => response.end(JSON.stringify(reply.json)), 200);
            }
            return glanceReply(kept, asked);
          },
          async (apply, _glance, kept) => {
            const report = only(await apply());
            expect(report?.reason)
              .to.match(/cannot be read: (aborted|read ECONNRESET)/)
              .and.to.contain('the incomplete image was removed');
            expect(kept.status).to.equal(undefined);
          },
          {},
          `${web.address}/disk.img`,
        ),
    );
  });

  it('come from where a web server sends them, through its redirections', () =>
    serving(
      ({ url }) =>
        url === '/old.img'
          ? { status: 302, headers: { location: '/new.img' }, text: '' }
          : { text: 'a small disk' },
      (web) =>
        besideGlance(
          (asked, kept) => glanceReply(kept, asked),
          async (apply, _glance, kept) => {
            expect(only(await apply())?.outcome).to.equal('changed');
            expect(kept.body).to.equal('a small disk');
          },
          {},
          `${web.address}/old.img`,
        ),
    ));
});

describe('The proxy of an image, and its source', () => {
  const image = (attributes: ConstructorParameters<typeof GlanceImage>[2]) =>
    errorsOf((site) => void new GlanceImage(site, 'disk', attributes));
  for (const [proxy, said] of [
    ['proxy:3128', /proxy is not the URL of a proxy; give it as 'http:\/\/proxy\.example\.org:3128'/],
    ['http://[', /is not the URL of a proxy/],
    ['http://proxy:99999', /is not the URL of a proxy/],
    ['socks5://proxy:1080', /is not the URL of a proxy/],
    ['http://me:hush@proxy:3128', /has a user or a password, which is not sent/],
    ['http://me@proxy:3128', /has a user or a password/],
    ['http://:hush@proxy:3128', /has a user or a password/],
    ['http://proxy:3128/path', /contains more than a host and a port/],
    ['http://proxy:3128?query', /contains more/],
    ['http://proxy:3128#part', /contains more/],
  ] as const) {
    it(`cannot be ${proxy}`, async () => {
      const message = await image({ source: 'http://web/disk', proxy });
      expect(message).to.match(said).and.not.to.contain('hush');
    });
  }

  for (const source of ['http://me:hush@web/disk', 'https://me@web/disk', 'http://:hush@web/disk']) {
    it(`hold no login: ${source}`, async () => {
      expect(await image({ source }))
        .to.match(/source has a user or a password, which is not sent to a web server/)
        .and.not.to.contain('hush');
    });
  }

  for (const from of [
    { source: '/a disk' },
    { source: 'file:///disk' },
    { location: 'http://web/disk' },
    {},
  ]) {
    it(`belong together, and not to ${Object.entries(from).join() || 'nothing'}`, async () => {
      expect(await image({ ...from, proxy: 'http://proxy:3128' })).to.match(
        /proxy requires a source that is/,
      );
    });
  }

  it('are taken where they are addresses', async () => {
    expect(await image({ source: 'HTTPS://web/disk', proxy: 'https://proxy/' })).to.equal('');
    expect(await image({ source: 'http://web/disk', proxy: 'HTTP://[::1]:3128' })).to.equal('');
  });

  it('are held against the form of an address', async () => {
    expect(await image({ source: 'http://me:hush@[' }))
      .to.match(/source is not a valid URL; correct it/)
      .and.not.to.contain('hush');
  });
});

describe('An image', () => {
  withoutOpenstackVariables();

  it('whose name is not its own is an error that says so', () =>
    besideGlance(
      (asked, kept) => {
        const reply = glanceReply(kept, asked) as { json: { images: readonly { id: string }[] } };
        return {
          json: { images: reply.json.images.flatMap((image) => [image, { ...image, id: 'another' }]) },
        };
      },
      async (apply) => {
        const report = only(await apply());
        expect(report?.reason).to.contain("Glance has 2 images 'disk'").and.to.contain('another (active)');
      },
      { status: 'active' },
    ));
});

describe('an upload whose login is refused', () => {
  it('closes the source', async () => {
    const content = new Readable({ read() {} });
    const source = { name: 'disk', size: undefined, content, unchanged: async () => true };
    const glance = {
      session: {},
      findUploadTarget: () => Promise.reject(new Error('no login')),
    } as unknown as GlanceClient;
    const failure = await uploadData(glance, { id, name: 'disk' } as Image, source).then(
      () => undefined,
      messageOf,
    );
    expect([failure, content.destroyed]).to.deep.equal(['no login', true]);
  });
});
