import { expect } from 'chai';
import { inspect } from '../../../../src/engine/inspect.js';
import { GlanceImage } from '../../../../src/index.js';
import { Resources } from '../../../../src/resources/index.js';
import { converge } from '../../converge.js';
import {
  type Asked,
  hostWith,
  type Reply,
  serving,
  type WebServer,
  withoutOpenstackVariables,
} from '../../openstack/web-server.js';

const image = (id: string, name: string | null, more: object = {}) => ({
  ...{ id, name, status: 'active', visibility: 'private', owner: 'p', tags: [], protected: false },
  ...{ container_format: 'bare', disk_format: 'raw', min_ram: 0, min_disk: 0, size: 1, checksum: 'c' },
  ...more,
});

const member = 'f'.repeat(32);

const images = [
  image('1', 'disk', { os_distro: 'debian', tags: ['b', 'a'], os_hidden: false }),
  image('2', 'same', { visibility: 'shared' }),
  image('3', 'same', { visibility: 'public', status: 'deactivated' }),
  image('4', null),
  image('5', 'on its way', { status: 'uploading' }),
  image('6', 'gone', { status: 'pending_delete' }),
  image('7', 'a "queued": one', { status: 'queued', container_format: null, disk_format: null, size: null }),
];

/** Answers for Glance, two images a page. */
function glanceReply({ method, url }: Asked): Reply {
  if (method === 'DELETE') return { status: 204, text: '' };
  const { pathname, searchParams } = new URL(url, 'http://glance');
  if (pathname.endsWith('/members')) return { json: { members: [{ member_id: member, status: 'pending' }] } };
  const name = searchParams.get('name') ?? undefined;
  if (name !== undefined) {
    const names = name.startsWith('eq:') ? [name.slice(3)] : JSON.parse(`[${name.slice(3)}]`);
    return { json: { images: images.filter((one) => names.includes(one.name)) } };
  }
  const from = Number(searchParams.get('marker') ?? 0);
  const next = from + 2 < images.length ? { next: `/v2/images?marker=${from + 2}&limit=2` } : {};
  return { json: { images: images.slice(from, from + 2), ...next } };
}

const besideGlance = (use: (host: ReturnType<typeof hostWith>, glance: WebServer) => Promise<void>) =>
  serving(glanceReply, (glance) => {
    const { port } = new URL(glance.address);
    const configuration = `[DEFAULT]\nbind_host = 127.0.0.1\nbind_port = ${port}\n`;
    return use(hostWith({ '/etc/glance/glance-api.conf': configuration }), glance);
  });

describe('all images that Glance has', () => {
  withoutOpenstackVariables();

  it('are listed by name, or by id where several have one, without those that cannot be declared', () =>
    besideGlance(async (host, glance) => {
      const states = await inspect(GlanceImage.definition as never, host);
      expect([...states.keys()]).to.have.members(['disk', '2', '3', 'a "queued": one']);
      expect(states.get('disk')).to.deep.equal({
        ...{ ensure: 'present', id: '1', name: 'disk', visibility: 'private', protected: false },
        ...{ container_format: 'bare', disk_format: 'raw', min_ram: 0, min_disk: 0 },
        ...{ tags: ['b', 'a'], project_id: 'p', properties: { os_distro: 'debian' } },
      });
      expect(states.get('2')).to.deep.include({ name: 'same', members: [member] });
      // Of those that are not shared nobody is asked for members.
      expect(glance.lines().filter((line) => line.includes('members'))).to.deep.equal([
        'GET /v2/images/2/members',
      ]);
    }));

  it('are in sync where just that is declared', () =>
    besideGlance(async (host) => {
      const states = await inspect(GlanceImage.definition as never, host);
      const report = await converge(
        host,
        (site) => {
          for (const [title, state] of states) {
            const said = Object.entries(state).filter(([, value]) => value !== null);
            new GlanceImage(site, title, Object.fromEntries(said));
          }
        },
        { mode: 'plan' },
      );
      expect([report.resources, report.summary.unchanged]).to.deep.equal([[], 4]);
    }));

  it('are purged, but for those that are declared by name or by id', () =>
    besideGlance(async (host, glance) => {
      const report = await converge(host, (site) => {
        new GlanceImage(site, 'disk');
        new GlanceImage(site, 'mine', { name: 'same', id: '2' });
        new Resources(site, 'glance_image', { purge: true });
      });
      const purged = report.resources.find(({ type }) => type === 'resources');
      expect(purged?.changes[0]?.from).to.deep.equal(['3', 'a "queued": one']);
      expect(glance.lines().filter((line) => line.startsWith('DELETE'))).to.have.members([
        'DELETE /v2/images/3',
        'DELETE /v2/images/7',
      ]);
    }));

  it('stay, of one name, where it is declared and nobody knows which of them is meant', () =>
    besideGlance(async (host, glance) => {
      await converge(host, (site) => {
        for (const name of ['disk', 'same', 'a "queued": one']) new GlanceImage(site, name);
        new Resources(site, 'glance_image', { purge: true });
      });
      expect(glance.lines().filter((line) => line.startsWith('DELETE'))).to.deep.equal([]);
    }));
});
