import { expect } from 'chai';
import { Ledger } from '../../../src/engine/state/ledger.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { StateBench, things } from './state-bench.js';

describe('the ledger', () => {
  let bench: StateBench;
  beforeEach(async () => {
    bench = await StateBench.open();
  });
  const open = (run = 'site', cleans = true) => Ledger.open(bench.directory, run, cleans);
  /** A run that finds these in sync. */
  const apply = async (run: string, ...titles: string[]) => {
    const ledger = await open(run);
    const resources = await things(...titles);
    for (const resource of resources) ledger.note(resource);
    await ledger.close(new Set(resources.map(({ reference }) => reference)));
  };
  const drifts = async (...titles: string[]) => {
    const ledger = await open();
    return (await things(...titles)).map((resource) => ledger.isDrift(resource));
  };

  it('knows what was applied, and forgets what has left the manifest', async () => {
    await apply('site', 'a', 'b');
    expect(await drifts('a', 'b', 'c')).to.deep.equal([true, true, false]);
    await apply('site', 'b');
    expect(await drifts('a', 'b')).to.deep.equal([false, true]);
    expect(await bench.text('ledger.json')).to.not.contain('Thing[a]');
  });

  it('does not forget what one run has applied if a run of another name has fewer resources', async () => {
    await apply('site', 'a', 'b');
    await apply('other', 'b');
    await apply('other');
    expect(await drifts('a', 'b')).to.deep.equal([true, true]);
    await apply('site');
    expect(await drifts('a', 'b')).to.deep.equal([false, false]);
  });

  it('does not report a change by a run of another name as drift', async () => {
    await apply('site', 'a');
    const [resource] = await things('a');
    const ledger = await open('other');
    ledger.note({ ...resource, desired: { ...resource?.desired, value: '2' } } as never);
    await ledger.close(new Set(['Thing[a]']));
    expect(await drifts('a')).to.deep.equal([false]);
  });

  it('forgets a resource that may be out of sync, even if nothing else has changed', async () => {
    await apply('site', 'a', 'b');
    const ledger = await open();
    const [a, b] = await things('a', 'b');
    for (const resource of [a, b]) if (resource !== undefined) ledger.note(resource);
    if (a !== undefined) ledger.forget(a);
    await ledger.close(new Set(['Thing[a]', 'Thing[b]']));
    expect(await drifts('a', 'b')).to.deep.equal([false, true]);
  });

  it('is not written if nothing has changed', async () => {
    await apply('site', 'a');
    await apply('other', 'a');
    bench.host.files.faults.add('/state/ledger.json', 'EROFS', 'change');
    await apply('site', 'a');
    await apply('other', 'a');
  });

  it('remembers the last thirty names of runs, and what they share with others', async () => {
    for (let at = 0; at < 40; at++) await apply(`build ${at}`, 'a', `only ${at}`);
    expect(await drifts('a', 'only 39', 'only 11', 'only 9')).to.deep.equal([true, true, true, false]);
  });

  it('reads records from before runs had names', async () => {
    await apply('site', 'a');
    const { entries } = JSON.parse((await bench.text('ledger.json')) ?? '') as { entries: string[] };
    bench.put('ledger.json', JSON.stringify(entries.slice(0, 2)));
    expect(await drifts('a')).to.deep.equal([true]);
    await apply('other', 'b');
    expect(await drifts('a')).to.deep.equal([true]);
  });

  for (const [what, text] of [
    ['is cut off', '{"runs":[["si'],
    ['has another structure', '{"Thing[a]":"x"}'],
    ['has entries with another structure', '["Thing[a]",1]'],
    ['has runs with another structure', '{"runs":["site"],"entries":[]}'],
  ] as const) {
    it(`is created again if the file ${what}: a warning names the file, which is kept`, async () => {
      bench.put('ledger.json', text);
      const ledger = await open();
      expect(ledger.warnings[0]?.message).to.match(/^\/state\/ledger\.json cannot be read: it is /);
      expect(ledger.warnings[0]?.hint).to.contain('/state/ledger.unreadable');
      expect(await bench.text('ledger.unreadable')).to.equal(text);
      await apply('site', 'a');
      expect(await drifts('a')).to.deep.equal([true]);
      expect((await open()).warnings).to.deep.equal([]);
    });
  }

  it('is refused if a newer version has written it', async () => {
    await apply('site', 'a');
    bench.put('ledger.json', ((await bench.text('ledger.json')) ?? '').replace('"format":2', '"format":3'));
    const error: unknown = await open().catch((thrown: unknown) => thrown);
    expect(GlanceApplyError.is(error) && error.diagnostics[0]?.code).to.equal('state.newer');
  });
});
