import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Scope } from '../../src/catalog/index.js';
import { Bench, outcomes, Thing } from './world.js';

describe('several manifests on one host', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
    bench.world.states.set('service', { ensure: 'present' });
  });
  afterEach(() => bench.close());

  const web = (site: Scope) => {
    new Thing(site, 'config', { value: '1', notify: Thing.ref('service') });
    new Thing(site, 'service');
  };
  const other = (site: Scope) => void new Thing(site, 'other', { value: '1' });
  /** Applies `web` so that its refresh stays pending. */
  const leavePending = async () => {
    bench.world.refreshFailures.add('service');
    await bench.apply(web, { name: 'web' });
    bench.world.refreshFailures.clear();
    bench.world.log.length = 0;
  };

  it('each have their own pending refreshes', async () => {
    await leavePending();
    await bench.apply(other, { name: 'other' });
    await bench.apply(other, { name: 'other' });
    expect(bench.events.findLast(({ type }) => type === 'run-started')).to.deep.include({
      pendingRefreshes: [],
      pendingElsewhere: [{ run: 'web', references: ['Thing[service]'] }],
    });
    expect(bench.world.log).to.deep.equal(['change other']);
    const report = await bench.apply(web, { name: 'web' });
    expect(bench.world.log).to.deep.equal(['change other', 'refresh service']);
    expect(report.resources[0]?.refreshedBy).to.deep.equal(['Thing[config]']);
  });

  it('make a pending refresh once if they have the same resource', async () => {
    await leavePending();
    const same = (site: Scope) => void new Thing(site, 'service');
    expect(outcomes(await bench.plan(same, { name: 'moved' }))).to.deep.equal({ service: 'will' });
    await bench.apply(same, { name: 'moved' });
    await bench.apply(web, { name: 'web' });
    expect(bench.world.log).to.deep.equal(['refresh service']);
  });

  it('leave a pending refresh to the other manifest if their desired states of the resource differ', async () => {
    await leavePending();
    await bench.apply((site) => void new Thing(site, 'service', { delay: 1 }), { name: 'other' });
    expect(bench.world.log).to.deep.equal([]);
    await bench.apply(web, { name: 'web' });
    expect(bench.world.log).to.deep.equal(['refresh service']);
  });

  it('drop a pending refresh whose resource has left its own manifest, and warn about it', async () => {
    await leavePending();
    const warnings = () =>
      bench.events.flatMap((event) => (event.type === 'warning' ? [event.diagnostic.message] : []));
    await bench.plan(other, { name: 'web' });
    expect(warnings()).to.deep.equal([
      'refresh left pending by an earlier run will be dropped: Thing[service] is no longer in the manifest',
    ]);
    bench.events.length = 0;
    await bench.apply(other, { name: 'web' });
    expect(warnings()).to.deep.equal([
      'refresh left pending by an earlier run was dropped: Thing[service] is no longer in the manifest',
    ]);
    await bench.apply(web, { name: 'web' });
    expect(bench.world.log).to.deep.equal(['change other']);
  });

  it('each detect drift, and do not report changes of each other as drift', async () => {
    const wanting = (value: string) => (site: Scope) => void new Thing(site, 'shared', { value });
    await bench.apply(web, { name: 'web' });
    await bench.apply(other, { name: 'other' });
    bench.world.states.delete('config');
    expect((await bench.plan(web, { name: 'web' })).resources[0]?.corrective).to.equal(true);
    await bench.apply(wanting('1'), { name: 'a' });
    await bench.apply(wanting('2'), { name: 'b' });
    expect((await bench.plan(wanting('1'), { name: 'a' })).resources[0]?.corrective).to.equal(false);
  });

  it('leave only what is pending in the journal', async () => {
    await leavePending();
    for (let round = 0; round < 3; round++) {
      bench.world.states.delete('other');
      await bench.apply(other, { name: 'other' });
    }
    const journal = await readFile(join(bench.directory, 'state', 'journal.ndjson'), 'utf8');
    expect(journal.trim().split('\n')).to.have.length(1);
  });
});
