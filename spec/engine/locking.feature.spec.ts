import { expect } from 'chai';
import { compile, manifest } from '../../src/catalog/index.js';
import type { RunEventBody } from '../../src/engine/events.js';
import { run } from '../../src/engine/run.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { Bench, bodyOf, outcomes, Thing, World } from './world.js';

describe('two concurrent runs', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  it('are refused: the second one names the holder of the lock', async () => {
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

  it('are refused whatever their state directories', async () => {
    let refusal: unknown;
    bench.world.before = async () => {
      refusal = await bench
        .apply((site) => void new Thing(site, 'b', { value: '1' }), {
          stateDirectory: `${bench.directory}/another`,
        })
        .catch((error: unknown) => error);
    };
    await bench.apply((site) => void new Thing(site, 'a', { value: '1' }));
    expect(GlanceApplyError.is(refusal) && refusal.diagnostics[0]?.code).to.equal('run.locked');
    expect(bench.world.states.has('b')).to.equal(false);
  });

  it('are allowed if one of them only plans', async () => {
    let planned = -1;
    bench.world.before = async () => {
      planned = (await bench.plan((site) => void new Thing(site, 'b', { value: '1' }))).summary.will;
    };
    await bench.apply((site) => void new Thing(site, 'a', { value: '1' }));
    expect(planned).to.equal(1);
  });

  it('cause a warning in the plan, which reports no pending refreshes of an ended run', async () => {
    const told: RunEventBody[] = [];
    bench.world.before = async () => {
      await bench.plan((site) => void new Thing(site, 'b', { value: '1' }), {
        listener: (event) => told.push(bodyOf(event)),
      });
    };
    await bench.apply((site) => {
      const first = new Thing(site, 'a', { value: '1' });
      new Thing(site, 'b', { value: '1', subscribe: first });
    });
    const [start] = told.filter((event) => event.type === 'run-started');
    expect(start?.atWork).to.contain(`process ${process.pid}`);
    expect(told.flatMap((event) => (event.type === 'warning' ? [event.diagnostic.code] : []))).to.include(
      'run.at-work',
    );
  });

  it('are allowed one after the other', async () => {
    await bench.apply((site) => void new Thing(site, 'a', { value: '1' }));
    const report = await bench.apply((site) => void new Thing(site, 'b', { value: '1' }));
    expect(report.summary.changed).to.equal(1);
  });
});

describe('a run that loses its lock', () => {
  it('ends in order, as after an interrupt, and reports why', async () => {
    const host = new SimulatedHost();
    const world = new World();
    world.before = () => host.loseLock('the connection broke off');
    const events: RunEventBody[] = [];
    const catalog = await compile(
      manifest((site) => {
        const first = new Thing(site, 'a', { value: '1' });
        new Thing(site, 'b', { value: '1', require: first });
      }),
    );
    const report = await run(catalog, host, {
      providers: world.providers,
      listener: (event) => events.push(bodyOf(event)),
    });
    expect(outcomes(report)).to.deep.equal({ a: 'changed', b: 'skipped' });
    expect(report).to.include({ interrupted: true, interruption: 'the connection broke off' });
    expect(events).to.deep.include({
      type: 'interrupted',
      inFlight: ['Thing[a]'],
      reason: 'the connection broke off',
    });
    expect(await host.lock('the next run')).to.not.have.property('heldBy');
  });
});
