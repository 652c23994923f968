import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { manifest } from '../../src/catalog/index.js';
import { glance, Package, Service } from '../../src/index.js';
import { assertRefuses, compile, platform, platforms } from '../../src/testing/index.js';
import { inDirectory } from '../resources/converge.js';
import { Pair, Thing, things } from './things.js';

describe('compiling for a spec', () => {
  it('uses the facts of a platform, and those that override them', async () => {
    const { facts, release } = await compile(things('a'), {
      platform: 'centos-7',
      facts: { processors: { count: 32 }, networking: { ip: '198.51.100.1' } },
      node: 'images01.example.org',
    });
    expect(release).to.equal('newton');
    expect(facts).to.nested.include({
      'os.family': 'RedHat',
      'os.release.major': '7',
      'processors.count': 32,
      'networking.ip': '198.51.100.1',
      'networking.fqdn': 'images01.example.org',
      'networking.hostname': 'images01',
      'networking.domain': 'example.org',
    });
  });

  it('has a file of facts for each platform, and compiles for each', async () => {
    expect(platforms().map(({ name }) => name)).to.include.members(['debian-12', 'ubuntu-22.04', 'centos-9']);
    for (const each of platforms()) {
      const catalog = await compile(
        (site) => {
          new glance.Api(site, { keystone_password: 'x' });
        },
        { platform: each },
      );
      expect(catalog, each.name).to.compile.with.allDependencies();
      expect(catalog, each.name)
        .to.contain(Service, 'glance-api')
        .that.requires(Package, each.name.startsWith('centos') ? 'openstack-glance' : 'glance-api');
    }
    expect(platforms('debian-12')).to.deep.equal([platform('debian-12')]);
    expect(() => platform('debian-122' as never)).to.throw("did you mean 'debian-12'?");
  });

  it('accepts data, parameters of the node, a release, and declarations before and after', async () => {
    const options = {
      data: { 'site::pair::value': 'of the data' },
      parameters: { openstack_release: '2024.1' },
      pre: things('before'),
      post: things('after'),
    };
    const catalog = await compile(
      manifest((site) => void site.include(Pair)),
      options,
    );
    expect(catalog.release).to.equal('2024.1');
    expect(catalog).to.contain(Thing, 'first').with({ value: 'of the data' });
    expect(catalog.resources.filter(({ type }) => type === 'thing').map(({ title }) => title)).to.deep.equal([
      'before',
      'after',
      'first',
      'second',
    ]);
  });
});

describe('hierarchical data', () => {
  it('is read for the given node', async () => {
    await inDirectory(async (directory) => {
      await mkdir(join(directory, 'nodes'));
      await writeFile(join(directory, 'common.yaml'), 'site::pair::value: of all');
      await writeFile(join(directory, 'nodes/one.example.com.yaml'), 'site::pair::value: of one');
      const pair = manifest((site) => void site.include(Pair));
      const one = await compile(pair, { data: directory, node: 'one.example.com' });
      expect(one).to.contain(Thing, 'first').with({ value: 'of one' });
      const other = await compile(pair, { data: pathToFileURL(directory) });
      expect(other).to.contain(Thing, 'first').with({ value: 'of all' });
    });
  });
});

describe('a manifest that is refused', () => {
  const wrong = () => compile((site) => void new Thing(site, 'a', { require: Thing.ref('b') }));

  it('is described with the reason', async () => {
    const error = await expect(wrong()).to.refuse(/names Thing\[b\], which nothing declares/);
    expect(error.diagnostics[0]?.code).to.equal('relation.dangling');
    await expect(wrong).to.refuse('nothing declares');
    await assertRefuses(wrong);
  });

  it('is a failure if it compiles, or is refused for another reason', async () => {
    const messageOf = (promise: Promise<unknown>) => promise.then(String, (error: Error) => error.message);
    expect(await messageOf(expect(compile(things('a'))).to.refuse())).to.equal(
      'expected the manifest to be refused, but it compiles',
    );
    expect(await messageOf(expect(wrong()).to.refuse(/password/)))
      .to.include('to be refused because of /password/')
      .and.to.include('which nothing declares');
  });

  it('is not one if the spec itself is wrong', async () => {
    const mistake = assertRefuses(async () => Promise.reject(new RangeError('a mistake')));
    expect(await mistake.catch((error: unknown) => error)).to.be.an.instanceOf(RangeError);
  });
});
