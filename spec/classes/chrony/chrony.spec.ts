import { expect } from 'chai';
import { type Catalog, compile, manifest, type Scope } from '../../../src/catalog/index.js';
import * as chrony from '../../../src/classes/chrony/index.js';
import type { Facts } from '../../../src/data/facts.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';

const debian = { os: { family: 'Debian' } };
const centos = { os: { family: 'RedHat' } };

const compiled = (body: (site: Scope) => void, facts: Facts = debian): Promise<Catalog> =>
  compile(manifest(body), { facts });

const lines = (catalog: Catalog, path = '/etc/chrony/chrony.conf') =>
  String(catalog.find('file', path)?.desired.content).split('\n');

describe('chrony', () => {
  it("uses the distribution's pool by default", async () => {
    const catalog = await compiled((site) => void new chrony.Chrony(site));
    expect(lines(catalog)).to.include.members([
      'pool 2.debian.pool.ntp.org iburst',
      'makestep 1 3',
      'rtcsync',
    ]);
    expect(catalog.find('service', 'chrony')?.name).to.equal('chrony');
  });

  it('uses servers with their own options, and no pool in addition', async () => {
    const servers = ['ntp.example.org', '192.0.2.1 iburst prefer'];
    const found = lines(await compiled((site) => void new chrony.Client(site, { servers })));
    expect(found.filter((line) => /^(server|pool)/.test(line))).to.deep.equal([
      'server ntp.example.org iburst',
      'server 192.0.2.1 iburst prefer',
    ]);
  });

  it('serves the permitted clients, even without its own servers', async () => {
    const given = { allow: ['192.168.70.0/24', 'all'], local_stratum: 10 };
    const found = lines(await compiled((site) => void new chrony.Server(site, given)));
    expect(found).to.include.members(['allow 192.168.70.0/24', 'allow', 'local stratum 10']);
  });

  it('is called chronyd on Enterprise Linux', async () => {
    const catalog = await compiled((site) => void new chrony.Chrony(site), centos);
    expect(lines(catalog, '/etc/chrony.conf')).to.include('driftfile /var/lib/chrony/drift');
    expect(catalog.find('service', 'chrony')?.name).to.equal('chronyd');
  });

  it('is not a server without clients, and refuses values with line breaks', async () => {
    const refused = async (body: (site: Scope) => void) =>
      GlanceApplyError.is(await compiled(body).catch((error: unknown) => error));
    expect(await refused((site) => void new chrony.Server(site))).to.equal(true);
    expect(await refused((site) => void new chrony.Chrony(site, { servers: ['a\nallow'] }))).to.equal(true);
    expect(await refused((site) => void new chrony.Chrony(site, { allow: ['all\ncmdallow'] }))).to.equal(
      true,
    );
  });
});
