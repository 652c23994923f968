import { expect } from 'chai';
import { Resources } from '../../src/resources/resources.js';
import { Batched, Bench, outcomes, Thing } from './world.js';

describe('resources whose titles differ from their names', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  it('have the states that the provider returns for their titles, even if a name equals the title of another', async () => {
    bench.world.states.set('a', { ensure: 'present', value: '1' });
    bench.world.states.set('b', { ensure: 'present', value: '2' });
    const report = await bench.apply((site) => {
      new Thing(site, 'a', { name: 'b', value: '1' });
      new Thing(site, 'b', { name: 'c', value: '3' });
    });
    expect(outcomes(report)).to.deep.equal({ b: 'changed' });
    expect(report.resources[0]?.changes.map(({ from, to }) => [from, to])).to.deep.equal([['2', '3']]);
  });

  it('fail individually if a batch fails partially', async () => {
    bench.world.ownFailures.add('a');
    const report = await bench.apply((site) => {
      new Batched(site, 'a', { name: 'b', value: '1' });
      new Batched(site, 'b', { name: 'c', value: '1' });
    });
    expect(outcomes(report)).to.deep.equal({ a: 'failed', b: 'changed' });
  });

  it('are not purged, whether the provider lists them by title or by name', async () => {
    for (const name of ['titled', 'named', 'stray'])
      bench.world.states.set(name, { ensure: 'present', value: '1' });
    const report = await bench.apply((site) => {
      new Thing(site, 'titled', { name: 'elsewhere', value: '1' });
      new Thing(site, 'other', { name: 'named', ensure: 'absent' });
      new Resources(site, 'thing', { purge: true });
    });
    expect(report.resources.find(({ type }) => type === 'resources')?.changes[0]?.from).to.deep.equal([
      'stray',
    ]);
    expect([...bench.world.states.keys()]).to.have.members(['titled', 'named']);
  });
});
