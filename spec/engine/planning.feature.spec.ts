import { access } from 'node:fs/promises';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Scope } from '../../src/catalog/index.js';
import { Unreadable } from '../../src/engine/provider.js';
import { Bench, outcomes, Thing } from './world.js';

describe('a plan', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  it('reports what an apply changes and refreshes, and changes nothing', async () => {
    bench.world.states.set('service', { ensure: 'present', value: '1' });
    const body = (site: Scope) => {
      new Thing(site, 'config', { value: '1', notify: Thing.ref('service') });
      new Thing(site, 'service', { value: '1' });
    };
    const plan = await bench.plan(body);
    expect(outcomes(plan)).to.deep.equal({ config: 'will', service: 'will' });
    expect(plan.resources[1]).to.include({ refresh: 'will' });
    expect(bench.world.log).to.deep.equal([]);
    expect(outcomes(await bench.apply(body))).to.deep.equal({ config: 'changed', service: 'changed' });
  });

  it('reports what a noop resource with an unreadable state would be, in a plan and in an apply', async () => {
    bench.world.unreadable.set('service', new Unreadable('no such unit'));
    const body = (noop: boolean) => (site: Scope) => {
      new Thing(site, 'package', { value: '1', disturbs: true, noop: true });
      new Thing(site, 'service', { value: '1', require: Thing.ref('package'), ...(noop ? { noop } : {}) });
    };
    for (const report of [await bench.plan(body(true)), await bench.apply(body(true))]) {
      expect(outcomes(report)).to.deep.equal({ package: 'will', service: 'will' });
      expect(report.resources.every((one) => one.noop)).to.equal(true);
    }
    // What is to be changed cannot be, because the package does not come.
    for (const report of [await bench.plan(body(false)), await bench.apply(body(false))])
      expect(outcomes(report)).to.deep.equal({ package: 'will', service: 'failed' });
    expect(bench.world.log).to.deep.equal([]);
  });

  it('does not fail for a noop resource that may exist and cannot be read', async () => {
    bench.world.unreadable.set('line', new Unreadable('the file does not exist', false, true));
    const body = (noop: boolean) => (site: Scope) => void new Thing(site, 'line', { value: '1', noop });
    for (const report of [await bench.plan(body(true)), await bench.apply(body(true))])
      expect(report.resources[0]).to.include({
        outcome: 'may',
        noop: true,
        reason: 'the file does not exist',
      });
    for (const report of [await bench.plan(body(false)), await bench.apply(body(false))])
      expect(outcomes(report)).to.deep.equal({ line: 'failed' });
  });

  it("reports 'may' for everything after a change that may alter it, in sync or not", async () => {
    bench.world.states.set('there', { ensure: 'present', value: '1' });
    const plan = await bench.plan((site) => {
      new Thing(site, 'package', { disturbs: true });
      new Thing(site, 'there', { value: '1', require: Thing.ref('package') });
      new Thing(site, 'missing', { value: '1', require: Thing.ref('there') });
      new Thing(site, 'elsewhere', { value: '1' });
    });
    expect(outcomes(plan)).to.deep.equal({
      package: 'will',
      there: 'may',
      missing: 'may',
      elsewhere: 'will',
    });
  });

  it('assumes that a resource does not exist if its state cannot be read before an earlier change', async () => {
    bench.world.unreadable.set('database', new Unreadable('no server answers'));
    const plan = await bench.plan((site) => {
      new Thing(site, 'server', { disturbs: true });
      new Thing(site, 'database', { value: '1', require: Thing.ref('server') });
    });
    expect(outcomes(plan)).to.deep.equal({ server: 'will', database: 'will' });
  });

  it('fails if a state cannot be read and no change before it is outstanding', async () => {
    bench.world.unreadable.set('database', new Unreadable('no server answers'));
    const plan = await bench.plan((site) => void new Thing(site, 'database', { value: '1' }));
    expect(plan.resources[0]).to.include({
      outcome: 'failed',
      reason: 'its state cannot be read: no server answers',
    });
  });

  it("reports 'may' for a resource that may exist and cannot be read yet", async () => {
    bench.world.unreadable.set('stored', new Unreadable('the server is down, and has data', false, true));
    const body = (site: Scope) => {
      const server = new Thing(site, 'server', { disturbs: true });
      new Thing(site, 'stored', { value: '1', require: server });
    };
    expect(outcomes(await bench.plan(body))).to.deep.equal({ server: 'will', stored: 'may' });
  });

  it("reports 'may' for a state that cannot be changed to the desired one while an outstanding change may permit it", async () => {
    const body = (noop: boolean) => (site: Scope) => {
      const server = new Thing(site, 'server', { disturbs: true });
      new Thing(site, 'stored', { value: '1', require: server, ...(noop ? { noop } : {}) });
    };
    bench.world.unreadable.set('stored', Unreadable.incompatible('it is a directory'));
    expect(outcomes(await bench.plan(body(false)))).to.deep.equal({ server: 'will', stored: 'may' });
    const found = { ensure: 'present', value: '2' };
    bench.world.unreadable.set('stored', Unreadable.blocked('there is no tool', found));
    for (const noop of [false, true]) {
      const [, stored] = (await bench.plan(body(noop))).resources;
      expect(stored).to.include({ outcome: 'may', noop });
      expect(stored?.changes.map(({ from, to }) => [from, to])).to.deep.equal([['2', '1']]);
    }
  });

  it('refreshes nothing because of a noop resource that cannot be read while a change that it needs is outstanding', async () => {
    bench.world.unreadable.set('stored', Unreadable.incompatible('it is a directory'));
    bench.world.states.set('service', { ensure: 'present' });
    const report = await bench.plan((site) => {
      new Thing(site, 'server', { value: '1', disturbs: true });
      new Thing(site, 'stored', {
        value: '1',
        noop: true,
        require: Thing.ref('server'),
        notify: Thing.ref('service'),
      });
      new Thing(site, 'service');
    });
    const [, stored, service] = report.resources;
    expect(stored).to.include({ title: 'stored', outcome: 'may', noop: true });
    // What it needs may still alter it, and nothing refreshes it.
    expect(service).to.include({ title: 'service', outcome: 'may', refresh: 'no' });
  });

  it('fails for a state that cannot be changed to the desired one if no change before it is outstanding', async () => {
    const body = (noop: boolean) => (site: Scope) => void new Thing(site, 'stored', { value: '1', noop });
    bench.world.unreadable.set('stored', Unreadable.incompatible('it is a directory'));
    for (const noop of [false, true])
      expect(outcomes(await bench.plan(body(noop)))).to.deep.equal({ stored: 'failed' });
    const found = { ensure: 'present', value: '2' };
    bench.world.unreadable.set('stored', Unreadable.blocked('there is no tool', found));
    const [failed] = (await bench.plan(body(false))).resources;
    expect(failed).to.include({ outcome: 'failed', reason: 'there is no tool' });
    expect(outcomes(await bench.plan(body(true)))).to.deep.equal({ stored: 'will' });
  });

  it("reports 'may' for what this user lacks the permission to read", async () => {
    bench.world.unreadable.set('shadow', new Unreadable('only root may read it', true));
    const body = (site: Scope) => void new Thing(site, 'shadow', { value: '1' });
    expect(outcomes(await bench.plan(body))).to.deep.equal({ shadow: 'may' });
    expect(outcomes(await bench.apply(body))).to.deep.equal({ shadow: 'failed' });
  });

  it('leaves no files on the disk', async () => {
    await bench.plan((site) => void new Thing(site, 'a', { value: '1' }));
    const found = await access(`${bench.directory}/state`).then(
      () => true,
      () => false,
    );
    expect(found).to.equal(false);
  });

  it('is accurate: will ⊆ changed ⊆ will ∪ may, for any graph and any host', async () => {
    const arbitrary = fc.array(
      fc.record({
        state: fc.constantFrom(undefined, '0', '1'),
        disturbs: fc.boolean(),
        requires: fc.array(fc.nat(), { maxLength: 2 }),
        notifies: fc.array(fc.nat(), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(arbitrary, async (things) => {
        const trial = await Bench.open();
        things.forEach(({ state }, at) => {
          if (state !== undefined) trial.world.states.set(`t${at}`, { ensure: 'present', value: state });
        });
        const body = (site: Scope) => {
          things.forEach(({ disturbs, requires, notifies }, at) => {
            const earlier = (picks: number[]) =>
              at === 0 ? [] : picks.map((pick) => Thing.ref(`t${pick % at}`));
            new Thing(site, `t${at}`, {
              value: '1',
              disturbs,
              require: earlier(requires),
              subscribe: earlier(notifies),
            });
          });
        };
        const plan = outcomes(await trial.plan(body));
        const changed = Object.keys(outcomes(await trial.apply(body)));
        const again = await trial.apply(body);
        await trial.close();
        const will = Object.keys(plan).filter((name) => plan[name] === 'will');
        expect(changed).to.include.members(will);
        expect(Object.keys(plan)).to.include.members(changed);
        expect(again.resources).to.deep.equal([]);
      }),
      { numRuns: 40 },
    );
  });
});
