import { expect } from 'chai';
import { compile, manifest } from '../../../src/catalog/index.js';
import { Journal } from '../../../src/engine/state/journal.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { Thing } from '../world.js';
import { StateBench, things } from './state-bench.js';

describe('the journal of pending refreshes', () => {
  let bench: StateBench;
  beforeEach(async () => {
    bench = await StateBench.open();
  });
  const open = (run = 'site', cleans = true) => Journal.open(bench.directory, run, cleans);
  const because = ['Thing[config]'];

  it('returns pending refreshes to the next run of the same name, with their causes', async () => {
    const [service] = await things('service');
    await (await open()).note(new Map([[service, because]]));
    const next = await open();
    expect(next.pendingFor(service)).to.deep.equal(because);
    await next.markDone(service);
    expect((await open()).pendingFor(service)).to.equal(undefined);
    await next.close();
    expect(await bench.text('journal.ndjson')).to.equal(undefined);
  });

  it('does not return to a run what the run itself has noted, because its own events contain it', async () => {
    const [service] = await things('service');
    const journal = await open();
    await journal.note(new Map([[service, because]]));
    expect(journal.pendingFor(service)).to.equal(undefined);
  });

  it('keeps what one run left pending during any number of runs of other names', async () => {
    const [service, other] = await things('service', 'other');
    await (await open('a')).note(new Map([[service, because]]));
    for (const name of ['b', 'c', 'b']) {
      const journal = await open(name);
      await journal.note(new Map([[other, because]]));
      await journal.markDone(other);
      await journal.close();
    }
    expect((await bench.text('journal.ndjson'))?.trim().split('\n')).to.have.length(1);
    expect((await open('a')).pendingFor(service)).to.deep.equal(because);
  });

  it('lets a run of another name make a refresh if it has the same desired state of the resource', async () => {
    const [service] = await things('service');
    await (await open('a')).note(new Map([[service, because]]));
    const moved = await open('b');
    expect(moved.pendingFor(service)).to.deep.equal(because);
    await moved.markDone(service);
    expect((await open('a')).pendingFor(service)).to.equal(undefined);
  });

  it('leaves a refresh to its own run if another run has another desired state of the resource, and reports it', async () => {
    const [service] = await things('service');
    await (await open('a')).note(new Map([[service, because]]));
    const { resources } = await compile(
      manifest((site) => void new Thing(site, 'service', { value: 'another' })),
    );
    const changed = resources.filter(({ type }) => type === 'thing');
    const other = await open('b');
    expect(other.pendingFor(changed[0] as never)).to.equal(undefined);
    expect(other.pendingElsewhere(changed)).to.deep.equal([{ run: 'a', references: ['Thing[service]'] }]);
    expect((await open('a')).pendingFor(changed[0] as never)).to.deep.equal(because);
  });

  it('reads records from before runs had names, and returns them to any run', async () => {
    const [a, b, c] = await things('a', 'b', 'c');
    bench.put(
      'journal.ndjson',
      '{"owed":["Thing[a]","Thing[b]"],"because":["Thing[x]"]}\n{"done":["Thing[b]"]}\n{"owed":["Thing[c]"]}\n',
    );
    const journal = await open('whichever');
    expect(journal.pendingFor(a)).to.deep.equal(['Thing[x]']);
    expect(journal.pendingFor(b)).to.equal(undefined);
    expect(journal.pendingFor(c)).to.deep.equal([]);
    await journal.markDone(a);
    await journal.close();
    const next = await open('another');
    expect(next.pendingFor(a)).to.equal(undefined);
    expect(next.pendingFor(c)).to.deep.equal([]);
    expect(next.warnings).to.deep.equal([]);
  });

  it('names file and line of what it cannot read, stores it, and loses nothing else', async () => {
    const [a, b] = await things('a', 'b');
    bench.put('journal.ndjson', '{"owed":["Thing[a]"]}\n{"owed":"Thing[z]"}\n42\n{"owed":["Thing[b]"]}\n');
    const journal = await open();
    expect(journal.pendingFor(a)).to.deep.equal([]);
    expect(journal.pendingFor(b)).to.deep.equal([]);
    expect(journal.warnings.map(({ message }) => message)).to.deep.equal([
      '/state/journal.ndjson:2 cannot be read: it is not a record of journal.ndjson',
      '/state/journal.ndjson:3 cannot be read: it is not a record of journal.ndjson',
    ]);
    expect(journal.warnings[0]?.hint).to.contain('/state/journal.unreadable');
    expect(await bench.text('journal.unreadable')).to.equal('{"owed":"Thing[z]"}\n42\n');
    const next = await open();
    expect(next.warnings).to.deep.equal([]);
    expect(next.pendingFor(b)).to.deep.equal([]);
  });

  it('is not changed by a plan, which warns about what it cannot read', async () => {
    bench.put('journal.ndjson', 'nonsense\n');
    const journal = await open('site', false);
    expect(journal.warnings).to.have.length(1);
    expect(await bench.text('journal.ndjson')).to.equal('nonsense\n');
    expect(await bench.text('journal.unreadable')).to.equal(undefined);
  });

  it('is refused if a newer version has written it', async () => {
    const [service] = await things('service');
    await (await open()).note(new Map([[service, because]]));
    const text = (await bench.text('journal.ndjson')) ?? '';
    bench.put('journal.ndjson', text.replace('"format":2', '"format":9'));
    const error: unknown = await open().catch((thrown: unknown) => thrown);
    expect(GlanceApplyError.is(error) && error.diagnostics[0]?.code).to.equal('state.newer');
    expect(String(error)).to.contain('/state/journal.ndjson:1 cannot be read');
  });

  it('keeps a refresh that two changes have noted until both are withdrawn', async () => {
    const [service] = await things('service');
    const journal = await open();
    await journal.note(new Map([[service, because]]));
    await journal.note(new Map([[service, because]]));
    await journal.withdraw([service.reference]);
    expect((await open()).pendingFor(service)).to.deep.equal(because);
    await journal.withdraw([service.reference]);
    expect((await open()).pendingFor(service)).to.equal(undefined);
  });

  it('keeps a refresh that one change notes while that of another is being withdrawn', async () => {
    const [service] = await things('service');
    const journal = await open();
    await journal.note(new Map([[service, because]]));
    await Promise.all([
      journal.withdraw([service.reference]),
      journal.note(new Map([[service, ['Thing[other]']]])),
    ]);
    expect((await open()).pendingFor(service)).to.deep.equal(['Thing[other]']);
  });
});
