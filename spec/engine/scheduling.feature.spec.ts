import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Scope } from '../../src/catalog/index.js';
import { Notify } from '../../src/resources/notify.js';
import { Schedule } from '../../src/resources/schedule.js';
import { Bench, Thing } from './world.js';

describe('a resource with a schedule', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const body = (site: Scope) => {
    new Schedule(site, 'seldom', { period: 'weekly' });
    new Thing(site, 'a', { value: '1', schedule: 'seldom' });
    new Thing(site, 'b', { value: '1', require: Thing.ref('a') });
  };

  it('is deferred in runs outside of its schedule, which report it, unlike the resources after it', async () => {
    await bench.apply(body);
    bench.world.states.delete('a');
    bench.world.states.delete('b');
    bench.world.log.length = 0;
    const planned = await bench.plan(body);
    expect(planned.resources.map(({ title }) => title)).to.deep.equal(['b']);
    const report = await bench.apply(body);
    expect(bench.world.log).to.deep.equal(['change b']);
    expect(report.summary).to.include({ failed: 0, skipped: 0, changed: 1 });
    expect(bench.events).to.deep.include({
      type: 'message',
      reference: 'Schedule[seldom]',
      text: 'deferred in this run: Thing[a] (already applied in this period: weekly)',
    });
  });

  it('is tried again in the next run if it failed', async () => {
    bench.world.failures.set('a', 1);
    await bench.apply(body);
    await bench.apply(body);
    expect(bench.world.states.get('a')).to.include({ value: '1' });
  });

  it('is not recorded as applied by a plan', async () => {
    await bench.plan(body);
    await bench.apply(body);
    expect(bench.world.log).to.include('change a');
  });

  it('stays recorded when another manifest with schedules is applied in between', async () => {
    await bench.apply(body, { name: 'one' });
    await bench.apply((site) => void new Thing(site, 'c', { value: '1', schedule: 'daily' }), {
      name: 'another',
    });
    bench.world.states.delete('a');
    bench.world.log.length = 0;
    await bench.apply(body, { name: 'one' });
    expect(bench.world.log).to.deep.equal([]);
  });

  it('is checked again if the record of its last time cannot be read, with a warning', async () => {
    const file = join(bench.directory, 'state/schedules.json');
    await bench.apply(body);
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 30));
    bench.world.states.delete('a');
    await bench.apply(body);
    expect(bench.world.states.get('a')).to.include({ value: '1' });
    const said = bench.events.flatMap((event) => (event.type === 'warning' ? [event.diagnostic] : []));
    expect(said.map(({ code, message }) => [code, message])).to.deep.equal([
      ['state.unreadable', `${file} cannot be read: it is damaged or cut off`],
    ]);
    expect(await readFile(join(bench.directory, 'state/schedules.unreadable'), 'utf8')).to.have.lengthOf(30);
  });

  it('is checked again if the record contains something else than times, with a warning', async () => {
    const file = join(bench.directory, 'state/schedules.json');
    await bench.apply(body);
    for (const damaged of ['{"Thing[a]":"yesterday"}', 'null', '7']) {
      bench.events.length = 0;
      bench.world.states.delete('a');
      await writeFile(file, damaged);
      await bench.apply(body);
      expect(bench.world.states.get('a')).to.include({ value: '1' });
      const said = bench.events.flatMap((event) => (event.type === 'warning' ? [event.diagnostic.code] : []));
      expect(said).to.deep.equal(['state.unreadable']);
    }
  });

  it('is refreshed when its schedule permits it', async () => {
    const notifying = (schedule: string | undefined, value: string) => (site: Scope) => {
      new Thing(site, 'config', { value, notify: Thing.ref('service') });
      new Thing(site, 'service', { value: '1', schedule });
    };
    bench.world.states.set('service', { ensure: 'present', value: '1' });
    await bench.apply(notifying('never', '1'));
    expect(bench.world.log).to.deep.equal(['change config']);
    await bench.apply(notifying(undefined, '1'));
    expect(bench.world.log).to.deep.equal(['change config', 'refresh service']);
  });
});

describe('a message', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const body = (noop?: boolean) => (site: Scope) => {
    new Notify(site, 'restart', { notify: Thing.ref('service'), noop });
    new Thing(site, 'service', { value: '1' });
  };

  it('refreshes what it notifies in every run, and never counts as a change itself', async () => {
    bench.world.states.set('service', { ensure: 'present', value: '1' });
    for (const run of [1, 2]) {
      const report = await bench.apply(body());
      expect(bench.world.log).to.have.lengthOf(run);
      expect(report.resources.map(({ reference, refreshedBy }) => [reference, refreshedBy])).to.deep.equal([
        ['Thing[service]', ['Notify[restart]']],
      ]);
    }
  });

  it('is planned to refresh what it notifies', async () => {
    bench.world.states.set('service', { ensure: 'present', value: '1' });
    const { resources } = await bench.plan(body());
    expect(resources).to.have.lengthOf(1);
    expect(resources[0]).to.include({ reference: 'Thing[service]', outcome: 'will', refresh: 'will' });
  });

  it('refreshes nothing with noop, and leaves a host unchanged if it notifies nothing', async () => {
    bench.world.states.set('service', { ensure: 'present', value: '1' });
    expect((await bench.apply(body(true))).resources).to.deep.equal([]);
    expect((await bench.apply((site) => void new Notify(site, 'hello'))).summary).to.include({ changed: 0 });
  });

  it('has a severity, and declares whether it is displayed with its name', async () => {
    await bench.apply((site) => {
      new Notify(site, 'bare', { loglevel: 'warning' });
      new Notify(site, 'named', { withpath: true });
    });
    expect(bench.events).to.deep.include({
      type: 'message',
      reference: 'Notify[bare]',
      text: 'bare',
      level: 'warning',
      bare: true,
    });
    expect(bench.events).to.deep.include({
      type: 'message',
      reference: 'Notify[named]',
      text: 'named',
      level: 'notice',
      bare: false,
    });
  });
});
