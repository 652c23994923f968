import { expect } from 'chai';
import { ResourcePool } from '../../src/engine/resource-pool.js';
import { Bench, Thing } from './world.js';

describe('a resource that is shared by a run', () => {
  it('is opened once for all callers, and closed once', async () => {
    const kept = new ResourcePool();
    const closed: string[] = [];
    let opened = 0;
    const ask = () =>
      kept.acquire(
        'server',
        async () => `connection ${++opened}`,
        async (one) => void closed.push(one),
      );
    expect(await Promise.all([ask(), ask()])).to.deep.equal(['connection 1', 'connection 1']);
    await kept.close();
    await kept.close();
    expect(closed).to.deep.equal(['connection 1']);
  });

  it('is opened again after a failed attempt', async () => {
    const kept = new ResourcePool();
    const close = async () => {};
    const refused = await kept
      .acquire('server', () => Promise.reject(new Error('refused')), close)
      .catch(String);
    expect(refused).to.equal('Error: refused');
    expect(await kept.acquire('server', async () => 'open', close)).to.equal('open');
  });

  it('reports what cannot be closed, and closes the rest', async () => {
    const kept = new ResourcePool();
    const closed: string[] = [];
    const refusal = new Error('in use');
    await kept.acquire(
      'copies',
      async () => 'made',
      () => Promise.reject(refusal),
    );
    await kept.acquire(
      'server',
      async () => 'open',
      async (one) => void closed.push(one),
    );
    expect([...(await kept.close())]).to.deep.equal([['copies', refusal]]);
    expect(closed).to.deep.equal(['open']);
  });

  it('is not closed if it could not be opened', async () => {
    const kept = new ResourcePool();
    const opening = kept.acquire(
      'server',
      () => Promise.reject(new Error('refused')),
      async () => {},
    );
    const [failures] = await Promise.all([kept.close(), opening.catch(() => {})]);
    expect(failures.size).to.equal(0);
  });

  it('causes a warning and no failure if it cannot be closed', async () => {
    const bench = await Bench.open();
    try {
      bench.world.before = (_name, session) =>
        session
          .shared(
            'copies',
            async () => 'made',
            () => Promise.reject(new Error('they are in use')),
          )
          .then(() => {});
      const report = await bench.apply((site) => void new Thing(site, 'a', { value: '1' }));
      expect(report.summary).to.include({ changed: 1, failed: 0 });
      expect(report.faults).to.deep.equal([]);
      const said = bench.events.flatMap((event) =>
        event.type === 'warning' ? [event.diagnostic.message] : [],
      );
      expect(said).to.deep.equal(['cannot close copies: they are in use']);
    } finally {
      await bench.close();
    }
  });
});
