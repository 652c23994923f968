import { expect } from 'chai';
import { fleet } from '../../src/fleet/fleet.js';
import type { FleetRunOptions } from '../../src/fleet/run-fleet.js';
import { compile } from '../../src/testing/index.js';
import { Thing } from '../engine/world.js';
import { outcomesOf, Sites } from './sites.js';

/** A change on a, refreshes on a itself and on two other hosts, through a class boundary of none. */
const site = fleet((all) => {
  const a = all.host('a', (node) => {
    new Thing(node, 'config', { value: 'new', notify: Thing.ref('own') });
    new Thing(node, 'own', { value: 'same' });
  });
  all.host(
    'b',
    (node) => void new Thing(node, 'service', { value: 'same', subscribe: a.ref(Thing, 'config') }),
  );
  all.host(
    'c',
    (node) => void new Thing(node, 'service', { value: 'same', subscribe: a.ref(Thing, 'config') }),
  );
});

const same = { ensure: 'present', value: 'same' };

async function open(): Promise<Sites> {
  const sites = new Sites(await compile(site, { hosts: { a: {}, b: {}, c: {} } }));
  sites.world('a').states.set('own', same);
  for (const name of ['b', 'c']) sites.world(name).states.set('service', same);
  return sites;
}

/** Lets the process die at its n-th effect on any host: no later one takes place. Returns how to revive it. */
function dieAt(sites: Sites, fatal: number): { readonly effects: () => number; revive(): void } {
  let effects = 0;
  let isMortal = true;
  const isDead = () => isMortal && ++effects > fatal;
  const log = sites.log.push.bind(sites.log);
  sites.log.push = (...entries) => (isMortal && effects > fatal ? 0 : log(...entries));
  for (const { files } of sites.hosts.values()) {
    for (const method of ['write', 'append', 'remove'] as const) {
      const original = files[method].bind(files) as (...args: unknown[]) => Promise<void>;
      Object.assign(files, {
        [method]: async (...args: unknown[]) => {
          if (isDead()) throw new Error('the process died');
          return original(...args);
        },
      });
    }
  }
  for (const world of sites.worlds.values()) {
    world.before = () => {
      if (isDead()) throw new Error('the process died');
    };
  }
  return {
    effects: () => effects,
    revive: () => {
      isMortal = false;
    },
  };
}

/** What has been done to things: entries of steps that were begun and did not take place are not in the log. */
const refreshesAfterChange = ({ log }: Sites) => {
  const change = log.indexOf('change config on a');
  return log.slice(change).filter((entry) => entry.startsWith('refresh'));
};

const all = ['refresh own on a', 'refresh service on b', 'refresh service on c'];

describe('a change and its refreshes on other hosts', () => {
  const firstRuns: Record<string, FleetRunOptions> = {
    'a run of all hosts': {},
    'a run of one host at a time': { forks: 1 },
    'a run without one of the hosts': { limit: new Set(['a', 'b']) },
    'a rollout': { serial: 1 },
  };
  for (const [what, options] of Object.entries(firstRuns)) {
    it(`are not parted if ${what} is killed at any moment`, async () => {
      const whole = await open();
      const { effects } = dieAt(whole, Number.POSITIVE_INFINITY);
      await whole.run(options);
      const total = effects();
      expect(total).to.be.greaterThan(8);
      for (let fatal = 0; fatal <= total; fatal++) {
        const sites = await open();
        const death = dieAt(sites, fatal);
        await sites.run(options);
        death.revive();
        const report = await sites.run();
        expect(outcomesOf(report), `killed at ${fatal}`).to.deep.equal({ a: 'done', b: 'done', c: 'done' });
        expect(refreshesAfterChange(sites), `killed at ${fatal}`).to.include.members(all);
        sites.log.length = 0;
        await sites.run();
        expect(sites.log, `a third run, killed at ${fatal}`).to.deep.equal([]);
      }
    });
  }

  it('are recorded on the disk of the other host before the change, even if that host has not begun', async () => {
    const sites = await open();
    let journal: string | undefined;
    sites.world('a').before = async () => {
      const [content] = await sites.host('c').files.read(['/var/lib/glance-apply/journal.ndjson']);
      journal = content?.toString();
    };
    await sites.run({ serial: 1 });
    expect(journal).to.match(/"pending":\[\["Thing\[service\]".*"because":\["Thing\[config\] on a"\]/);
  });

  it('are made by the next run of both hosts if the other host was unreachable, with a warning', async () => {
    const sites = await open();
    sites.down.add('b');
    const warnings: string[] = [];
    await sites.run({
      listener: (event) => {
        if (event.type === 'warning') warnings.push(`${event.host}: ${event.diagnostic.message}`);
      },
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(
      /^a: the refresh of Thing\[service\] on b stays pending: .*connection refused$/,
    );
    expect(refreshesAfterChange(sites)).to.have.members(['refresh own on a', 'refresh service on c']);
    sites.down.clear();
    sites.log.length = 0;
    // A plan announces it, and leaves it where it is.
    const plan = await sites.run({ mode: 'plan' });
    expect(plan.hosts[1]?.report?.resources.map(({ refresh }) => refresh)).to.deep.equal(['will']);
    await sites.run();
    expect(sites.log).to.deep.equal(['refresh service on b']);
    await sites.run();
    expect(sites.log).to.have.length(1);
  });

  it('cause nothing if the change fails without effect', async () => {
    const sites = await open();
    sites.world('a').failures.set('config', 1);
    await sites.run();
    sites.log.length = 0;
    await sites.run({ limit: new Set(['b', 'c']) });
    expect(sites.log).to.deep.equal([]);
  });

  it('are dropped with a warning if the other host no longer has the resource', async () => {
    const sites = await open();
    sites.down.add('b');
    await sites.run();
    sites.down.clear();
    const smaller = fleet((hosts) => {
      hosts.group('all', (node) => void new Thing(node, 'own', { value: 'same' }));
      const a = hosts.host('a', (node) => void new Thing(node, 'config', { value: 'new' }));
      hosts.host(
        'c',
        (node) => void new Thing(node, 'x', { value: 'same', require: a.ref(Thing, 'config') }),
      );
      hosts.host(
        'b',
        (node) => void new Thing(node, 'x', { value: 'same', require: a.ref(Thing, 'config') }),
      );
    });
    sites.catalog = await compile(smaller, { hosts: { a: {}, b: {}, c: {} } });
    const warnings: string[] = [];
    const listener: FleetRunOptions['listener'] = (event) => {
      if (event.type === 'warning') warnings.push(event.diagnostic.message);
    };
    await sites.run({ listener });
    expect(warnings).to.deep.equal([
      'refresh left pending by an earlier run was dropped: Thing[service] is no longer in the manifest of b',
    ]);
    warnings.length = 0;
    await sites.run({ listener });
    expect(warnings).to.deep.equal([]);
  });
});
