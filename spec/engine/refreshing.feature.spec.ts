import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { nativeType, property, type Scope, string, title } from '../../src/catalog/index.js';
import type { ProviderLookup } from '../../src/engine/group.js';
import { type Provider, type State, Unreadable } from '../../src/engine/provider.js';
import type { Report } from '../../src/engine/report.js';
import { Anchor } from '../../src/resources/anchor.js';
import { Batched, Bench, outcomes, Thing } from './world.js';

class Setting extends nativeType(
  'setting',
  { name: title('What it is called.'), value: property(string, 'What it holds.') },
  { doc: 'A thing that is always there.' },
) {}

describe('a refresh', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const body = (site: Scope) => {
    new Thing(site, 'config', { value: '1', notify: Anchor.ref('end') });
    new Thing(site, 'more', { value: '1', notify: Anchor.ref('end') });
    new Anchor(site, 'end');
    new Thing(site, 'sync', { subscribe: Anchor.ref('end') });
    new Thing(site, 'service', { subscribe: Thing.ref('sync') });
  };

  const settle = () => {
    for (const name of ['config', 'more', 'sync', 'service'])
      bench.world.states.set(name, { ensure: 'present', value: '1' });
  };

  it('is made once, however many changes cause it, and is propagated', async () => {
    settle();
    bench.world.states.delete('config');
    bench.world.states.delete('more');
    const report = await bench.apply(body);
    expect(bench.world.log).to.deep.equal([
      'change config',
      'change more',
      'refresh sync',
      'refresh service',
    ]);
    const sync = report.resources.find(({ title }) => title === 'sync');
    expect(sync).to.include({ outcome: 'changed', refresh: 'done' });
    expect(sync?.refreshedBy).to.have.members(['Thing[config]', 'Thing[more]']);
  });

  it('is not made if nothing changed', async () => {
    settle();
    await bench.apply(body);
    expect(bench.world.log).to.deep.equal([]);
  });

  it('is not made if the provider has nothing to refresh in the state after the change', async () => {
    const states: State[] = [];
    const providers: ProviderLookup = (definition) => {
      const choice = bench.world.providers(definition);
      const memory = choice?.providers.memory;
      if (memory === undefined) return choice;
      const refreshes: Provider['refreshes'] = ({ title: name }, is) => {
        if (name !== 'service') return true;
        states.push(is);
        return is.value === 'running';
      };
      return { providers: { memory: { ...memory, refreshes } }, choose: () => 'memory' };
    };
    const served = (value: string, change: string) => (site: Scope) => {
      new Thing(site, 'config', { value: change, notify: Thing.ref('service') });
      new Thing(site, 'service', { value });
    };
    const serviceOf = (report: Report) => report.resources.find(({ title }) => title === 'service');
    settle();
    bench.world.states.set('service', { ensure: 'present', value: 'stopped' });
    const idle = await bench.apply(served('stopped', '2'), { providers });
    expect(serviceOf(idle)).to.equal(undefined);
    expect(idle.summary).to.include({ changed: 1, unchanged: 1 });
    const started = await bench.apply(served('running', '3'), { providers });
    expect(serviceOf(started)).to.include({ outcome: 'changed', refresh: 'done' });
    expect(bench.world.log).to.deep.equal([
      'change config',
      'change config',
      'change service',
      'refresh service',
    ]);
    const is = (value: string) => ({ ensure: 'present', value });
    expect(states).to.deep.equal([is('stopped'), is('running')]);
  });

  it('is neither made nor reported if the change of the resource has the same effect', async () => {
    const providers: ProviderLookup = (definition) => {
      const choice = bench.world.providers(definition);
      const memory = choice?.providers.memory;
      if (memory === undefined) return choice;
      const supersedesRefresh: Provider['supersedesRefresh'] = (diff) => diff.has('ensure');
      return { providers: { memory: { ...memory, supersedesRefresh } }, choose: () => 'memory' };
    };
    settle();
    for (const name of ['config', 'service']) bench.world.states.delete(name);
    const report = await bench.apply(
      (site) => {
        new Thing(site, 'config', { notify: Thing.ref('service') });
        new Thing(site, 'service');
      },
      { providers },
    );
    const service = report.resources.find(({ title }) => title === 'service');
    expect(service).to.include({ outcome: 'changed', refresh: 'no' });
    expect(bench.world.log).to.deep.equal(['change config', 'change service']);
  });

  it('is made in the next run if it failed in this one', async () => {
    settle();
    bench.world.states.delete('config');
    bench.world.refreshFailures.add('sync');
    const first = await bench.apply(body);
    expect(outcomes(first)).to.deep.equal({ config: 'changed', sync: 'failed', service: 'skipped' });
    bench.world.refreshFailures.clear();
    bench.world.log.length = 0;
    const second = await bench.apply(body);
    expect(bench.world.log).to.deep.equal(['refresh sync', 'refresh service']);
    expect(second.resources.find(({ title }) => title === 'sync')?.refreshedBy).to.deep.equal([
      'Thing[config]',
    ]);
    bench.world.log.length = 0;
    await bench.apply(body);
    expect(bench.world.log).to.deep.equal([]);
  });

  it('is reported by a plan if an earlier run has left it pending', async () => {
    settle();
    bench.world.states.delete('config');
    bench.world.refreshFailures.add('sync');
    await bench.apply(body);
    expect(outcomes(await bench.plan(body))).to.deep.equal({ sync: 'will', service: 'will' });
  });

  it('is on the disk before the change that causes it', async () => {
    settle();
    bench.world.states.delete('config');
    let journal = '';
    bench.world.before = async () => {
      journal = await readFile(join(bench.directory, 'state', 'journal.ndjson'), 'utf8');
    };
    await bench.apply(body);
    const { pending, because } = JSON.parse(journal) as Record<string, string[]>;
    expect([pending?.[0]?.[0], because]).to.deep.equal(['Thing[sync]', ['Thing[config]']]);
  });

  it('is caused by what a failed resource changed before it failed', async () => {
    settle();
    bench.world.states.set('config', { ensure: 'present', value: '0' });
    bench.world.halfWay.add('config');
    expect(outcomes(await bench.apply(body))).to.deep.equal({
      config: 'failed',
      sync: 'skipped',
      service: 'skipped',
    });
    bench.world.halfWay.clear();
    bench.world.states.set('config', { ensure: 'present', value: '1' });
    bench.world.log.length = 0;
    await bench.apply(body);
    expect(bench.world.log).to.deep.equal(['refresh sync', 'refresh service']);
  });

  it('is not caused by a change that failed without altering anything', async () => {
    settle();
    bench.world.states.set('config', { ensure: 'present', value: '0' });
    bench.world.failures.set('config', 1);
    await bench.apply(body);
    bench.world.states.set('config', { ensure: 'present', value: '1' });
    bench.world.log.length = 0;
    await bench.apply(body);
    expect(bench.world.log).to.deep.equal([]);
  });

  it('stays pending if the effect of a failed change is unknown, which the failure reports', async () => {
    settle();
    bench.world.states.set('config', { ensure: 'present', value: '0' });
    bench.world.failures.set('config', 1);
    bench.world.before = (name) => void bench.world.unreadable.set(name, new Unreadable('no server answers'));
    const report = await bench.apply(body);
    expect(report.resources[0]?.reason).to.equal(
      'config cannot be changed; whether anything was changed is unknown: the refreshes that a change would cause stay ' +
        'pending for the next run',
    );
    bench.world.unreadable.clear();
    bench.world.states.set('config', { ensure: 'present', value: '1' });
    bench.world.log.length = 0;
    await bench.apply(body);
    expect(bench.world.log).to.deep.equal(['refresh sync', 'refresh service']);
  });

  it('is not caused by any number of changes that failed without altering anything', async () => {
    const many = Array.from({ length: 7 }, (_, at) => `m${at}`);
    const fan = (site: Scope) => {
      for (const name of many) new Thing(site, name, { value: '1', notify: Thing.ref('service') });
      new Thing(site, 'service');
    };
    settle();
    for (const name of many) {
      bench.world.states.set(name, { ensure: 'present', value: '0' });
      bench.world.failures.set(name, 1);
    }
    await bench.apply(fan);
    for (const name of many) bench.world.states.set(name, { ensure: 'present', value: '1' });
    bench.world.log.length = 0;
    await bench.apply(fan);
    expect(bench.world.log).to.deep.equal([]);
  });

  it('is not caused by a failed change of a type without ensure that altered nothing', async () => {
    settle();
    const provider: Provider = {
      read: async () => new Map(),
      change: async () => {
        throw new Error('it refuses');
      },
    };
    const only = (site: Scope) =>
      void new Setting(site, 'a', { value: '1', notify: new Thing(site, 'service') });
    const providers: ProviderLookup = (definition) =>
      definition.name === 'setting'
        ? { providers: { default: provider }, choose: () => 'default' }
        : bench.world.providers(definition);
    await bench.apply(only, { providers });
    expect(await readdir(join(bench.directory, 'state'))).to.not.include('journal.ndjson');
  });

  it('stays pending if another change that would cause it was not made', async () => {
    settle();
    bench.world.states.delete('config');
    bench.world.states.set('more', { ensure: 'present', value: '0' });
    bench.world.failures.set('more', 1);
    await bench.apply(body);
    bench.world.states.set('more', { ensure: 'present', value: '1' });
    bench.world.log.length = 0;
    await bench.apply(body);
    expect(bench.world.log).to.deep.equal(['refresh sync', 'refresh service']);
  });

  describe('that changes of one batch cause', () => {
    const batched = (site: Scope) => {
      for (const name of ['a', 'b']) {
        new Batched(site, name, { value: '1' });
        new Thing(site, `after ${name}`, { subscribe: Batched.ref(name) });
      }
    };
    beforeEach(() => {
      for (const name of ['after a', 'after b']) bench.world.states.set(name, { ensure: 'present' });
    });

    it('is pending only because of its own cause', async () => {
      for (const name of ['after a', 'after b']) bench.world.refreshFailures.add(name);
      await bench.apply(batched);
      bench.world.refreshFailures.clear();
      const { resources } = await bench.apply(batched);
      expect(
        resources
          .filter(({ refresh }) => refresh === 'done')
          .map(({ title, refreshedBy }) => [title, refreshedBy]),
      ).to.have.deep.members([
        ['after a', ['Batched[a]']],
        ['after b', ['Batched[b]']],
      ]);
    });

    it('is not pending if its own cause was not made', async () => {
      bench.world.failures.set('b', 2);
      await bench.apply(batched);
      bench.world.states.set('b', { ensure: 'present', value: '1' });
      bench.world.log.length = 0;
      await bench.apply(batched);
      expect(bench.world.log).to.deep.equal([]);
    });
  });
});
