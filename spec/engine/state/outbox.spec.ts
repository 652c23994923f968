import { expect } from 'chai';
import { Outbox } from '../../../src/engine/state/outbox.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { StateBench } from './state-bench.js';

describe('the outbox of refreshes on other hosts', () => {
  let bench: StateBench;
  beforeEach(async () => {
    bench = await StateBench.open();
  });
  const open = (run = 'site', cleans = true) => Outbox.open(bench.directory, run, cleans);
  const entry = { host: 'web01', reference: 'Thing[api]', because: ['Thing[config] on db01'] };

  it('returns entries to the next run of the same name', async () => {
    await (await open()).note(entry);
    expect((await open('other')).entries).to.deep.equal([]);
    const next = await open();
    expect(next.entries).to.deep.equal([entry]);
    await next.remove('web01', ['Thing[api]']);
    expect((await open()).entries).to.deep.equal([]);
    await next.close();
    expect(await bench.text('outbox.ndjson')).to.equal(undefined);
  });

  it('keeps an entry that several changes rely on until all of them withdraw it', async () => {
    const outbox = await open();
    await outbox.note(entry);
    await outbox.note(entry);
    await outbox.withdraw(entry);
    expect((await open()).entries).to.deep.equal([entry]);
    await outbox.withdraw(entry);
    expect((await open()).entries).to.deep.equal([]);
  });

  it('never withdraws an entry of an earlier run', async () => {
    await (await open()).note(entry);
    const outbox = await open();
    await outbox.note(entry);
    await outbox.withdraw(entry);
    expect((await open()).entries).to.deep.equal([entry]);
  });

  it('keeps the entries of runs of other names when it is closed', async () => {
    await (await open('a')).note(entry);
    const outbox = await open('b');
    await outbox.note({ ...entry, host: 'web02' });
    await outbox.close();
    expect((await open('a')).entries).to.deep.equal([entry]);
    expect((await bench.text('outbox.ndjson'))?.trim().split('\n')).to.have.length(2);
  });

  it('moves a line that cannot be read aside, with a warning, and keeps the others', async () => {
    await (await open()).note(entry);
    await bench.directory.append('outbox.ndjson', 'garbage\n');
    const plan = await open('site', false);
    expect(plan.warnings.map(({ code }) => code)).to.deep.equal(['state.unreadable']);
    const outbox = await open();
    expect(outbox.entries).to.deep.equal([entry]);
    expect(await bench.text('outbox.unreadable')).to.equal('garbage\n');
    expect((await open()).warnings).to.deep.equal([]);
  });

  it('refuses a line of a newer version', async () => {
    await bench.directory.append('outbox.ndjson', '{"run":"x","format":99,"checksum":"0123456789abcdef"}\n');
    await open().then(
      () => expect.fail('it was opened'),
      (error: unknown) =>
        expect(GlanceApplyError.is(error) && error.diagnostics[0]?.code).to.equal('state.newer'),
    );
  });
});
