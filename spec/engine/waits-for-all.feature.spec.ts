import { expect } from 'chai';
import type { Scope } from '../../src/catalog/index.js';
import type { ProviderLookup } from '../../src/engine/group.js';
import { Batched, Bench, Thing } from './world.js';

describe('a provider that waits for all others', () => {
  let bench: Bench;
  /** How many changes of others were being made when one of its own began. */
  let runningBeside: number[];
  beforeEach(async () => {
    runningBeside = [];
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  /** The providers of the specs, of which that for batches waits for all others, as those of packages do. */
  const providers: ProviderLookup = (definition) => {
    const choice = bench.world.providers(definition);
    const memory = choice?.providers.memory;
    if (definition.name !== 'batched' || memory === undefined) return choice;
    const changeAll: typeof memory.changeAll = (...given) => {
      runningBeside.push(bench.world.running);
      return memory.changeAll?.(...given) ?? Promise.resolve();
    };
    return { providers: { memory: { ...memory, changeAll, waitsForAll: true } }, choose: () => 'memory' };
  };

  const chain = (site: Scope) => {
    new Batched(site, 'early', { value: '1' });
    new Thing(site, 'a', { value: '1' });
    new Thing(site, 'b', { value: '1', require: Thing.ref('a') });
    new Batched(site, 'late', { value: '1', require: Thing.ref('b') });
  };

  it('changes in one call what is ready immediately and what becomes ready after other resources', async () => {
    await bench.apply(chain, { providers });
    expect(bench.world.log).to.deep.equal(['change a', 'change b', 'batch early late']);
  });

  it('does not begin while something is being changed', async () => {
    // Each change gives whatever else is ready the time to begin.
    bench.world.before = async () => {
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    };
    await bench.apply(
      (site) => {
        for (const name of ['a', 'b', 'c']) new Thing(site, name, { value: '1' });
        new Batched(site, 'early', { value: '1' });
      },
      { providers },
    );
    expect(bench.world.log).to.have.members(['change a', 'change b', 'change c', 'batch early']);
    expect(runningBeside).to.deep.equal([0]);
  });

  it('proceeds if everything else waits for it', async () => {
    await bench.apply(
      (site) => {
        new Batched(site, 'package', { value: '1' });
        new Thing(site, 'service', { value: '1', require: Batched.ref('package') });
        new Batched(site, 'plugin', { value: '1', require: Thing.ref('service') });
      },
      { providers },
    );
    expect(bench.world.log).to.deep.equal(['batch package', 'change service', 'batch plugin']);
  });
});
