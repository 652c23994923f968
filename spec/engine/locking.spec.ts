import { expect } from 'chai';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { Bench, Thing } from './world.js';

describe('two runs at once', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  it('are refused: the second says who holds the host', async () => {
    let refusal: unknown;
    bench.world.before = async () => {
      refusal = await bench
        .apply((site) => void new Thing(site, 'b', { value: '1' }))
        .catch((error: unknown) => error);
    };
    await bench.apply((site) => void new Thing(site, 'a', { value: '1' }));
    expect(GlanceApplyError.is(refusal) && refusal.diagnostics[0]?.code).to.equal('run.locked');
    expect(String(refusal)).to.contain(`process ${process.pid}`);
  });

  it('are allowed where one of them only plans', async () => {
    let planned = -1;
    bench.world.before = async () => {
      planned = (await bench.plan((site) => void new Thing(site, 'b', { value: '1' }))).summary.will;
    };
    await bench.apply((site) => void new Thing(site, 'a', { value: '1' }));
    expect(planned).to.equal(1);
  });

  it('are allowed one after the other', async () => {
    await bench.apply((site) => void new Thing(site, 'a', { value: '1' }));
    const report = await bench.apply((site) => void new Thing(site, 'b', { value: '1' }));
    expect(report.summary.changed).to.equal(1);
  });
});
