import { expect } from 'chai';
import type { ProviderLookup } from '../../src/engine/group.js';
import { Batched, Bench, outcomes, Thing } from './world.js';

describe('a prefetched state', () => {
  let bench: Bench;
  /** Called before the things that are changed in batches are read, with how often they were. */
  let beforeReading: (times: number) => Promise<void>;
  /** Called when they have been read, before the run hears of it. */
  let afterReading: (times: number) => Promise<void>;

  beforeEach(async () => {
    bench = await Bench.open();
    beforeReading = async () => {};
    afterReading = async () => {};
  });
  afterEach(() => bench.close());

  const providers: ProviderLookup = (definition) => {
    const choice = bench.world.providers(definition);
    const memory = choice?.providers.memory;
    if (definition.name !== 'batched' || memory === undefined) return choice;
    let times = 0;
    const read: typeof memory.read = async (...given) => {
      const time = ++times;
      await beforeReading(time);
      const states = await memory.read(...given);
      await afterReading(time);
      return states;
    };
    return { providers: { memory: { ...memory, read } }, choose: () => 'memory' };
  };

  /** The change of the thing produces the desired state of the one that is changed in batches. */
  const changeBoth = () => {
    bench.world.before = () => void bench.world.states.set('b', { ensure: 'present', value: '1' });
  };

  it('is read again if something on the host has changed since', async () => {
    changeBoth();
    const report = await bench.apply(
      (site) => {
        new Thing(site, 'a', { value: '1' });
        new Batched(site, 'b', { value: '1', require: Thing.ref('a') });
      },
      { providers },
    );
    expect(outcomes(report)).to.deep.equal({ a: 'changed' });
    expect(bench.world.log).to.deep.equal(['change a']);
  });

  it('is read again if something on the host changes during the read', async () => {
    changeBoth();
    let tell = () => {};
    const changed = new Promise<void>((resolve) => (tell = resolve));
    // It has been looked at, and the answer is not there before the thing has changed.
    afterReading = (times) => (times === 1 ? changed : Promise.resolve());
    await bench.apply(
      (site) => {
        new Thing(site, 'a', { value: '1' });
        new Batched(site, 'b', { value: '1' });
      },
      { providers, listener: ({ type }) => type === 'resource-finished' && tell() },
    );
    expect(bench.world.log).to.deep.equal(['change a']);
  });

  it('is not waited for if something has changed, because it is of no use any more', async () => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    beforeReading = async (times) => {
      if (times === 1) await ended;
      else end();
    };
    await bench.apply(
      (site) => {
        new Thing(site, 'a', { value: '1' });
        new Batched(site, 'b', { value: '1', require: Thing.ref('a') });
      },
      { providers },
    );
    expect(bench.world.log).to.deep.equal(['change a', 'batch b']);
  });

  it('is not read again if nothing has changed', async () => {
    let readings = 0;
    beforeReading = async (times) => {
      readings = times;
    };
    bench.world.states.set('a', { ensure: 'present', value: '1' });
    await bench.apply(
      (site) => {
        new Thing(site, 'a', { value: '1' });
        new Batched(site, 'b', { value: '1', require: Thing.ref('a') });
      },
      { providers },
    );
    expect(bench.world.log).to.deep.equal(['batch b']);
    expect(readings).to.equal(1);
  });
});
