import { expect } from 'chai';
import { type Catalog, compile, manifest, type Scope } from '../../../src/catalog/index.js';
import * as memcached from '../../../src/classes/memcached/index.js';
import type { Facts } from '../../../src/data/facts.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';

const debian = { os: { family: 'Debian' } };
const centos = { os: { family: 'RedHat' } };

const compiled = (body: (site: Scope) => void, facts: Facts = debian): Promise<Catalog> =>
  compile(manifest(body), { facts });

/** The switches that the file is to have, and those that it is not. */
function lines(catalog: Catalog): Record<string, unknown> {
  const found = catalog.resources.filter(({ type }) => type === 'file_line');
  return Object.fromEntries(
    found.map(({ title, desired }) => [title, desired.ensure === 'absent' ? undefined : desired.line]),
  );
}

describe('memcached', () => {
  it('writes only defaults that differ from those of the package', async () => {
    expect(lines(await compiled((site) => void new memcached.Memcached(site)))).to.deep.equal({
      'memcached -m': '-m 64',
      'memcached -p': '-p 11211',
      'memcached -l': '-l 127.0.0.1',
      'memcached -U': undefined,
      'memcached -c': undefined,
      'memcached -I': undefined,
      'memcached -t': undefined,
      'memcached -o': undefined,
      'memcached -v': undefined,
    });
  });

  it('is the same under both of its names', async () => {
    const parameters = {
      listen: ['127.0.0.1', '::1'],
      tcp_port: 11212,
      extended_opts: ['a', 'b=1'],
      verbosity: 'vv' as const,
    };
    const one = await compiled((site) => void new memcached.Memcached(site, parameters));
    const other = await compiled((site) => void new memcached.Server(site, parameters));
    expect(lines(one)).to.deep.equal(lines(other));
    expect(lines(one)).to.include({
      'memcached -l': '-l 127.0.0.1,::1',
      'memcached -p': '-p 11212',
      'memcached -o': '-o a,b=1',
      'memcached -v': '-vv',
    });
  });

  it("uses a share of the host's memory", async () => {
    const facts = { ...debian, memory: { system: { total_bytes: 8 * 1024 ** 3 } } };
    const half = (max_memory: string, seen: Facts) =>
      compiled((site) => void new memcached.Server(site, { max_memory }), seen);
    expect(lines(await half('50%', facts))['memcached -m']).to.equal('-m 4096');
    expect(lines(await half('50%', debian))['memcached -m']).to.equal('-m 64');
  });

  it('has a file of variables on Enterprise Linux', async () => {
    const catalog = await compiled(
      (site) => void new memcached.Server(site, { max_connections: 99 }),
      centos,
    );
    expect(catalog.find('file', '/etc/sysconfig/memcached')?.desired.content).to.equal(
      'PORT="11211"\nUSER="memcached"\nMAXCONN="99"\nCACHESIZE="64"\nOPTIONS="-l 127.0.0.1"\n',
    );
  });

  it('refuses an address that would be a line of its own', async () => {
    const error = await compiled(
      (site) => void new memcached.Server(site, { listen: ['::1\n-u root'] }),
    ).catch((caught: unknown) => caught);
    expect(GlanceApplyError.is(error)).to.equal(true);
  });
});
