import { expect } from 'chai';
import type { Scope } from '../../src/catalog/index.js';
import { Batched, Bench, outcomes, Thing } from './world.js';

describe('an interrupted run', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  const body = (site: Scope) => {
    new Thing(site, 'a', { value: '1', delay: 20, notify: Thing.ref('service') });
    new Thing(site, 'b', { value: '1', require: Thing.ref('a') });
    new Thing(site, 'service', { require: Thing.ref('b') });
  };

  it('finishes the steps in flight, skips the rest, and reports both', async () => {
    const stop = new AbortController();
    bench.world.before = () => stop.abort();
    const report = await bench.apply(body, { stop: stop.signal });
    expect(outcomes(report)).to.deep.equal({ a: 'changed', b: 'skipped', service: 'skipped' });
    expect(report.interrupted).to.equal(true);
    expect(bench.events.find(({ type }) => type === 'interrupted')).to.deep.equal({
      type: 'interrupted',
      inFlight: ['Thing[a]'],
    });
  });

  it('leaves the rest to the next run, refreshes included', async () => {
    const stop = new AbortController();
    bench.world.states.set('service', { ensure: 'present' });
    bench.world.before = () => stop.abort();
    await bench.apply(body, { stop: stop.signal });
    bench.world.before = () => {};
    bench.world.log.length = 0;
    const report = await bench.apply(body);
    expect(bench.world.log).to.deep.equal(['change b', 'refresh service']);
    expect(report.summary.failed).to.equal(0);
  });

  it('does not wait for a retry', async () => {
    const stop = new AbortController();
    bench.world.failures.set('a', 2);
    // Once it has failed, and waits.
    bench.world.before = () => void setTimeout(() => stop.abort(), 50);
    const report = await bench.apply(
      (site) => void new Thing(site, 'a', { value: '1', retry: { tries: 3, delay: 30 } }),
      { stop: stop.signal },
    );
    expect(bench.world.log).to.deep.equal(['change a']);
    expect(outcomes(report)).to.deep.equal({ a: 'failed' });
  });

  it('retries nothing of a batch that the second interrupt has ended, and reports the interrupt as the reason', async () => {
    bench.world.failures.set('b', 1);
    const report = await bench.apply(
      (site) => {
        for (const name of ['a', 'b']) new Batched(site, name, { value: '1' });
      },
      { abort: AbortSignal.abort() },
    );
    expect(bench.world.log).to.deep.equal(['batch a b']);
    expect(outcomes(report)).to.deep.equal({ a: 'failed', b: 'failed' });
    for (const { reason } of report.resources) expect(reason).to.match(/the second interrupt ended it/);
  });

  it('reports the second interrupt as the reason of a failed refresh too', async () => {
    bench.world.states.set('service', { ensure: 'present' });
    bench.world.refreshFailures.add('service');
    const report = await bench.apply(
      (site) => new Thing(site, 'a', { value: '1', notify: new Thing(site, 'service') }),
      { abort: AbortSignal.abort() },
    );
    const service = report.resources.find(({ title }) => title === 'service');
    expect(service?.refresh).to.equal('failed');
    expect(service?.reason).to.match(/the second interrupt ended it/);
  });

  it('begins nothing if it was interrupted before it started', async () => {
    const report = await bench.apply(body, { stop: AbortSignal.abort() });
    expect(report.summary.skipped).to.equal(3);
    expect(bench.world.log).to.deep.equal([]);
  });
});
