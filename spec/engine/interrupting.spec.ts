import { expect } from 'chai';
import type { Scope } from '../../src/catalog/index.js';
import { Bench, outcomes, Thing } from './world.js';

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

  it('finishes what is in flight, skips the rest, and says so', async () => {
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

  it('leaves what the next run carries on from, refreshes included', async () => {
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

  it('begins nothing where it was interrupted before', async () => {
    const report = await bench.apply(body, { stop: AbortSignal.abort() });
    expect(report.summary.skipped).to.equal(3);
    expect(bench.world.log).to.deep.equal([]);
  });
});
