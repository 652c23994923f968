import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { manifest } from '../../src/catalog/index.js';
import { ensureDefined } from '../../src/errors/ensure-defined.js';
import type { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { compileFleet } from '../../src/fleet/compile-fleet.js';
import { type Fleet, type FleetPart, fleet } from '../../src/fleet/fleet.js';
import type { FleetCatalog } from '../../src/fleet/fleet-catalog.js';
import { File, Service } from '../../src/resources/index.js';
import { compile } from '../../src/testing/index.js';

const hosts = { db01: {}, web01: { groups: ['web'] }, web02: { groups: ['web'] } };

const edgesOf = ({ edges }: FleetCatalog) =>
  edges.map(
    ({ source, target, refresh }) =>
      `${source.reference} on ${source.host} ${refresh ? '~>' : '->'} ${target.reference} on ${target.host}`,
  );

async function errorsOf(compiling: Promise<unknown>): Promise<GlanceApplyError['diagnostics']> {
  try {
    await compiling;
  } catch (error) {
    return (error as GlanceApplyError).diagnostics;
  }
  throw new Error('it was compiled without an error');
}

describe('a fleet', () => {
  it('gives each host a catalog of its own, with its own facts and data', async () => {
    const site = fleet((all) => {
      all.host('db01', (node) => void new Service(node, 'mysql'));
      all.group('web', (node, { variables }) => {
        const { hostname } = node.facts.networking ?? {};
        new File(node, '/etc/motd', {
          content: `${hostname} ${node.lookup('color')} ${variables?.get('rack')}`,
        });
      });
    });
    const { catalogs } = await compile(site, {
      hosts: { ...hosts, web02: { groups: ['web'], data: { color: 'green' }, variables: { rack: 'r2' } } },
      data: { color: 'blue' },
    });
    expect([...catalogs.keys()]).to.deep.equal(['db01', 'web01', 'web02']);
    expect(catalogs.get('web01')?.find('file', '/etc/motd')?.desired.content).to.equal(
      'web01 blue undefined',
    );
    expect(catalogs.get('web02')?.find('file', '/etc/motd')?.desired.content).to.equal('web02 green r2');
    expect(catalogs.get('db01')?.find('file', '/etc/motd')).to.equal(undefined);
  });

  it('compiles a manifest of one host for every host as it is', async () => {
    const plain = manifest((site) => void new Service(site, 'cron'));
    const inventory = new Map(['a', 'b'].map((name) => [name, { name, groups: [] }]));
    const { catalogs } = await compileFleet(plain, { inventory: { hosts: inventory } });
    expect([...catalogs].map(([name, one]) => [name, one.resources.length])).to.deep.equal([
      ['a', 2],
      ['b', 2],
    ]);
  });

  it('relates resources of hosts by all four metaparameters', async () => {
    const site = fleet((all) => {
      const database = all.host('db01', (node) => void new Service(node, 'mysql'));
      const web = all.group('web', (node, { name }) => {
        new Service(node, 'a', { require: database.ref(Service, 'mysql') });
        if (name === 'web01') new Service(node, 'b', { subscribe: database.ref(Service, 'mysql') });
        if (name === 'web01') new Service(node, 'c');
      });
      all.host('db01', (node) => {
        new Service(node, 'x', { before: web.collect(Service, { title: 'c' }) });
        new Service(node, 'y', { notify: web.ref(Service, 'a') });
      });
    });
    expect(edgesOf(await compile(site, { hosts }))).to.have.members([
      'Service[mysql] on db01 -> Service[a] on web01',
      'Service[mysql] on db01 -> Service[a] on web02',
      'Service[mysql] on db01 ~> Service[b] on web01',
      'Service[x] on db01 -> Service[c] on web01',
      'Service[y] on db01 ~> Service[a] on web01',
      'Service[y] on db01 ~> Service[a] on web02',
    ]);
  });

  it('relates resource objects and collectors of other hosts, and does not relate a host with itself', async () => {
    let mysql: Service | undefined;
    const site = fleet((all) => {
      all.host('db01', (node) => {
        mysql = new Service(node, 'mysql');
      });
      const first = all.once('web', (node) => void new Service(node, 'sync'));
      all.group('web', (node) => {
        new Service(node, 'api', { require: [first.ref(Service, 'sync'), ...(mysql ? [mysql] : [])] });
      });
    });
    const catalog = await compile(site, { hosts });
    expect(edgesOf(catalog)).to.have.members([
      'Service[sync] on web01 -> Service[api] on web02',
      'Service[mysql] on db01 -> Service[api] on web01',
      'Service[mysql] on db01 -> Service[api] on web02',
    ]);
    expect(ensureDefined(catalog.catalogs.get('web01')))
      .to.contain(Service, 'api')
      .that.requires(Service.ref('sync'));
  });

  it('gives a part once to the first host of a group, whatever the order of its hosts in the group', async () => {
    const site = fleet((all) => {
      all.group('all', () => {});
      all.once('web', (node) => void new Service(node, 'sync'));
    });
    const { catalogs } = await compile(site, { hosts });
    expect(
      [...catalogs].filter(([, one]) => one.find('service', 'sync')).map(([name]) => name),
    ).to.deep.equal(['web01']);
  });

  it('refuses what a relation names on another host and nothing declares there, with both locations', async () => {
    const site = fleet((all) => {
      const database = all.host('db01', (node) => void new Service(node, 'mysql'));
      all.group('web', (node) => void new Service(node, 'api', { require: database.ref(Service, 'mysq') }));
    });
    const located = { file: '/etc/inventory.ini', line: 3 };
    const inventory = new Map(
      Object.entries(hosts).map(([name, rest]) => [name, { name, groups: [], location: located, ...rest }]),
    );
    const { catalogs, failures } = await compileFleet(site, { inventory: { hosts: inventory } });
    expect([...catalogs.keys()]).to.deep.equal(['db01']);
    const [dangling] = failures.get('web02')?.diagnostics ?? [];
    expect(dangling?.message).to.equal(
      'Service[api] on web02: require names Service[mysq] on db01, which nothing declares there',
    );
    expect(dangling?.hint).to.match(/mysql/);
    expect(dangling?.location?.file).to.match(/compile-fleet\.spec\.ts$/);
    expect(dangling?.related).to.deep.equal([{ message: 'db01 is', location: located }]);
  });

  it('refuses a cycle through several hosts, with the location of each relation', async () => {
    const site = fleet((all) => {
      const parts: Record<string, FleetPart> = {};
      const next: Record<string, string> = { db01: 'web01', web01: 'web02', web02: 'db01' };
      for (const name of Object.keys(hosts)) {
        parts[name] = all.host(name, (node) => {
          const after = new Service(node, 'after', {
            before: parts[next[name] ?? '']?.ref(Service, 'first'),
          });
          new Service(node, 'first', { before: after });
        });
      }
    });
    const [cycle] = await errorsOf(compile(site, { hosts }));
    expect(cycle?.code).to.equal('graph.cycle');
    expect(cycle?.message).to.match(
      /^these resources depend on each other: Service\[after\] on (\w+) → Service\[first\] on (\w+) → Service\[after\] on \2/,
    );
    expect(cycle?.related).to.have.length(6);
    expect(
      cycle?.related?.every(({ location }) => location?.file.endsWith('compile-fleet.spec.ts')),
    ).to.equal(true);
  });

  it('accepts relations between two hosts in both directions that form no cycle', async () => {
    const site = fleet((all) => {
      const a: FleetPart = all.host('db01', (node) => {
        new Service(node, 'first');
        new Service(node, 'last', { require: b.ref(Service, 'middle') });
      });
      const b: FleetPart = all.group('web', (node) => {
        new Service(node, 'middle', { require: a.ref(Service, 'first') });
      });
    });
    expect((await compile(site, { hosts })).edges).to.have.length(4);
  });

  const refused: [string, Fleet, RegExp][] = [
    ['an unknown host', fleet((all) => void all.host('db1', () => {})), /no host named 'db1'/],
    ['an unknown group', fleet((all) => void all.group('wep', () => {})), /no group named 'wep'/],
    ['an unknown group of once', fleet((all) => void all.once('wep', () => {})), /no group named 'wep'/],
    ['a host without a part', fleet((all) => void all.group('web', () => {})), /gives db01 no part/],
  ];
  for (const [what, site, message] of refused) {
    it(`refuses ${what}`, async () => {
      const problems = await errorsOf(compile(site, { hosts }));
      expect(problems.map((one) => one.message).join('\n')).to.match(message);
      expect(problems[0]?.location?.file).to.match(/compile-fleet\.spec\.ts$/);
    });
  }

  it('compiles the other hosts if one of them cannot be compiled, and keeps relations with it', async () => {
    const site = fleet((all) => {
      const database = all.host('db01', (node) => {
        node.lookup('missing');
        new Service(node, 'mysql');
      });
      all.group('web', (node) => void new Service(node, 'api', { require: database.ref(Service, 'mysql') }));
    });
    const inventory = new Map(
      Object.entries(hosts).map(([name, rest]) => [name, { name, groups: [], ...rest }]),
    );
    const catalog = await compileFleet(site, { inventory: { hosts: inventory } });
    expect([...catalog.failures.keys()]).to.deep.equal(['db01']);
    expect(catalog.failures.get('db01')?.diagnostics[0]?.code).to.equal('data.not-found');
    expect(catalog.edges.map(({ source }) => source)).to.deep.equal(
      ['web01', 'web02'].map(() => ({ host: 'db01', reference: 'Service[mysql]', index: undefined })),
    );
  });

  it('refuses a target on another host in a manifest of one host, and in a chain', async () => {
    let part: FleetPart | undefined;
    const site = fleet((all) => {
      part = all.host('db01', (node) => void new Service(node, 'mysql'));
      all.group('web', () => {});
    });
    await compile(site, { hosts });
    const alone = compile((node) => {
      new Service(node, 'api', { require: part?.ref(Service, 'mysql') });
    });
    expect((await errorsOf(alone)).map(({ code }) => code)).to.deep.equal(['relation.elsewhere']);

    let mysql: Service | undefined;
    const chained = fleet((all) => {
      all.host('db01', (node) => {
        mysql = new Service(node, 'mysql');
      });
      all.group('web', (node) => {
        if (mysql !== undefined) node.chain(mysql).before(new Service(node, 'api'));
      });
    });
    expect((await errorsOf(compile(chained, { hosts }))).map(({ code }) => code)).to.deep.equal([
      'relation.elsewhere',
      'relation.elsewhere',
    ]);
  });

  it('awaits asynchronous parts, and refuses what one declares too late', async () => {
    const site = fleet((all) => {
      all.group('all', async (node) => {
        await Promise.resolve();
        new Service(node, 'cron');
      });
    });
    expect(ensureDefined((await compile(site, { hosts })).catalogs.get('web02'))).to.contain(Service, 'cron');
    const late = fleet((all) => {
      all.group('all', (node) => {
        setTimeout(1)
          .then(() => new Service(node, 'cron'))
          .catch(() => {});
      });
    });
    expect((await errorsOf(compile(late, { hosts })))[0]?.code).to.equal('declaration.late');
  });
});
