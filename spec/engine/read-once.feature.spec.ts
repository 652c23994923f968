import { expect } from 'chai';
import { Bench, Thing } from './world.js';

describe('what providers read once for a run', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  it('is read by one of several concurrent callers, and returned to all', async () => {
    let given: readonly number[] = [];
    let readings = 0;
    bench.world.before = async (_name, session) => {
      const ask = () => session.once('accounts', async () => ++readings);
      given = await Promise.all([ask(), ask(), ask()]);
    };
    await bench.apply((site) => void new Thing(site, 'a', { value: '1' }));
    expect(given).to.deep.equal([1, 1, 1]);
  });

  it('is read again when something on the host has changed', async () => {
    const given: number[] = [];
    let readings = 0;
    bench.world.before = async (_name, session) => {
      given.push(await session.once('accounts', async () => ++readings));
    };
    await bench.apply((site) => {
      new Thing(site, 'a', { value: '1' });
      new Thing(site, 'b', { value: '1', require: Thing.ref('a') });
    });
    expect(given).to.deep.equal([1, 2]);
  });

  it('is distinguished by its key', async () => {
    const given: string[] = [];
    bench.world.before = async (name, session) => {
      for (const key of ['users', 'groups'])
        given.push(await session.once(key, async () => `${key} ${name}`));
    };
    await bench.apply((site) => void new Thing(site, 'a', { value: '1' }));
    expect(given).to.deep.equal(['users a', 'groups a']);
  });

  it('is read again if it failed', async () => {
    let given: unknown;
    bench.world.before = async (_name, session) => {
      const refused = session.once('accounts', () => Promise.reject(new Error('no answer')));
      expect(await refused.catch(String)).to.equal('Error: no answer');
      given = await session.once('accounts', async () => 'there');
    };
    await bench.apply((site) => void new Thing(site, 'a', { value: '1' }));
    expect(given).to.equal('there');
  });
});
