import { expect } from 'chai';
import { toExitStatus } from '../../src/cli/exit-status.js';
import type { RunEvent } from '../../src/engine/events.js';
import { run } from '../../src/engine/run.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { Batched, Bench, outcomes, Thing } from './world.js';

describe('a run with an error of its own', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  /** Applies two chains at once on a host whose journal cannot be written once `a` has failed. */
  async function applied() {
    const host = new SimulatedHost();
    const events: RunEvent[] = [];
    let lockedWhileWorking: boolean | undefined;
    bench.world.states.set('service', { ensure: 'present' });
    // Its refresh would be withdrawn.
    bench.world.failures.set('a', 1);
    let begin = () => {};
    const slowBegan = new Promise<void>((resolve) => {
      begin = resolve;
    });
    bench.world.before = async (name) => {
      if (name === 'slow') {
        begin();
        // The fault comes while this one is under way.
        for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
        const other = await host.lock('another run');
        lockedWhileWorking = 'heldBy' in other;
      }
      if (name === 'a') await slowBegan;
      if (name === 'a') host.files.faults.add('/state/journal.ndjson', 'ENOSPC', 'change');
    };
    const catalog = await bench.compile((site) => {
      new Thing(site, 'a', { value: '1', notify: Thing.ref('service') });
      new Thing(site, 'service');
      new Batched(site, 'first', { value: '1' });
      new Thing(site, 'slow', { value: '1', require: Batched.ref('first') });
      new Thing(site, 'after', { value: '1', require: Thing.ref('slow') });
    });
    const report = await run(catalog, host, {
      stateDirectory: '/state',
      providers: bench.world.providers,
      listener: (event) => events.push(event),
    });
    const next = await host.lock('the next run');
    return { report, events, lockedWhileWorking, free: !('heldBy' in next), host };
  }

  it('begins no further step, waits for those in flight, and keeps its lock until then', async () => {
    const { report, lockedWhileWorking, free } = await applied();
    expect(lockedWhileWorking).to.equal(true);
    expect(free).to.equal(true);
    expect(outcomes(report)).to.deep.include({ slow: 'changed', after: 'skipped' });
    expect(bench.world.log).not.to.include('change after');
  });

  it('is reported to its end, contains the error, and exits with a failure', async () => {
    const { report, events } = await applied();
    expect(events.at(-1)?.type).to.equal('run-finished');
    expect(report.faults.join('\n')).to.match(/journal\.ndjson/);
    const said = events.flatMap((event) => (event.type === 'warning' ? [event.diagnostic] : []));
    expect(said.map(({ code, severity }) => [code, severity])).to.deep.include(['run.fault', 'error']);
    expect(toExitStatus(report, false)).to.equal(4);
  });

  it('leaves the refresh pending for the next run', async () => {
    const { host } = await applied();
    const [journal] = await host.files.read(['/state/journal.ndjson']);
    expect(String(journal)).to.include('Thing[service]').and.not.include('done');
  });

  it('waits for a change in progress next to one whose provider has a bug, and keeps the refreshes of both pending', async () => {
    const { world } = bench;
    world.states.set('service', { ensure: 'present' });
    world.failures.set('buggy', 1);
    let hasBegun = () => {};
    const begun = new Promise<void>((resolve) => {
      hasBegun = resolve;
    });
    const host = new SimulatedHost();
    let lockedToTheEnd: boolean | undefined;
    world.before = async (name) => {
      if (name === 'buggy') await begun;
      if (name !== 'slow') return;
      hasBegun();
      for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
      lockedToTheEnd = 'heldBy' in (await host.lock('another run'));
    };
    const catalog = await bench.compile((site) => {
      new Thing(site, 'buggy', { value: '1', notify: Thing.ref('service') });
      new Thing(site, 'slow', { value: '1', notify: Thing.ref('service') });
      new Thing(site, 'service');
    });
    const report = await run(catalog, host, {
      stateDirectory: '/state',
      providers: world.providers,
      listener: (event) => {
        if (event.type === 'resource-finished' && event.resource.title === 'buggy')
          throw new Error('a listener has a bug');
      },
    });
    expect(lockedToTheEnd).to.equal(true);
    expect(outcomes(report)).to.include({ slow: 'changed', service: 'skipped' });
    expect(report.faults).to.deep.equal(['a listener has a bug']);
    const [journal] = await host.files.read(['/state/journal.ndjson']);
    expect(String(journal)).to.include('Thing[service]');
  });

  it('changes nothing if a refresh that is no longer needed cannot be dropped', async () => {
    const host = new SimulatedHost();
    const options = { stateDirectory: '/state', providers: bench.world.providers };
    bench.world.states.set('service', { ensure: 'present' });
    bench.world.refreshFailures.add('service');
    await run(
      await bench.compile((site) => {
        new Thing(site, 'a', { value: '1', notify: Thing.ref('service') });
        new Thing(site, 'service');
      }),
      host,
      options,
    );
    bench.world.log.splice(0);
    host.files.faults.add('/state/journal.ndjson', 'ENOSPC', 'change');
    const next = await bench.compile((site) => void new Thing(site, 'b', { value: '1' }));
    const error = await run(next, host, options).catch((thrown: Error) => thrown);
    expect(String(error)).to.include('journal.ndjson');
    expect(bench.world.log).to.deep.equal([]);
    expect('heldBy' in (await host.lock('the next run'))).to.equal(false);
  });

  it('does not change what would cause a refresh if the journal cannot be written, but everything else', async () => {
    const host = new SimulatedHost();
    host.files.faults.add('/state/journal.ndjson', 'ENOSPC', 'change');
    bench.world.states.set('service', { ensure: 'present' });
    const catalog = await bench.compile((site) => {
      new Batched(site, 'notifying', { value: '1', notify: Thing.ref('service') });
      new Batched(site, 'alone', { value: '1' });
      new Batched(site, 'ordered', { value: '1', before: Thing.ref('service') });
      new Thing(site, 'service');
      new Thing(site, 'after', { value: '1', require: Batched.ref('alone') });
    });
    const options = { stateDirectory: '/state', providers: bench.world.providers };
    const report = await run(catalog, host, options);
    expect(outcomes(report)).to.deep.equal({
      ...{ notifying: 'failed', alone: 'changed', ordered: 'changed', service: 'skipped', after: 'changed' },
    });
    const failed = report.resources.find(({ outcome }) => outcome === 'failed');
    expect(failed?.reason).to.match(
      /^nothing was changed, because the refreshes that follow .*journal\.ndjson/,
    );
    expect(bench.world.states.has('notifying')).to.equal(false);
    expect(toExitStatus(report, false)).to.equal(4);
  });

  it('waits for everything that it closes, and reports each failure, before it releases the lock', async () => {
    const host = new SimulatedHost();
    // Each takes longer than all after it.
    const turns = { 'journal.ndjson': 80, 'schedules.json': 40, 'ledger.json': 20, 'report.json': 10 };
    let ending = false;
    const locked: boolean[] = [];
    const fails = async (what: string, wait: number): Promise<never> => {
      for (let turn = 0; turn < wait; turn++) await new Promise(setImmediate);
      locked.push('heldBy' in (await host.lock('another run')));
      throw new Error(`${what} cannot be written`);
    };
    const files = new Proxy(host.files, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as unknown;
        if (typeof method !== 'function') return method;
        return (...args: unknown[]) => {
          const file = Object.entries(turns).find(([one]) => args[0] === `/state/${one}`);
          if (!ending || file === undefined) return Reflect.apply(method, target, args);
          return fails(...file);
        };
      },
    });
    const { world, events } = bench;
    world.states.set('service', { ensure: 'present' });
    world.before = (_name, session) =>
      session.shared(
        'server',
        async () => {},
        () => fails('server', 160),
      );
    const catalog = await bench.compile((site) => {
      new Thing(site, 'a', { value: '1', schedule: 'daily', notify: Thing.ref('service') });
      new Thing(site, 'service');
    });
    const report = await run(catalog, Object.assign(host, { files }), {
      stateDirectory: '/state',
      providers: world.providers,
      listener: (event) => {
        events.push(event);
        ending ||= event.type === 'resource-finished' && event.resource.title === 'service';
      },
    });
    expect([...report.faults]).to.deep.equal(Object.keys(turns).map((file) => `${file} cannot be written`));
    const said = events.flatMap((event) => (event.type === 'warning' ? [event.diagnostic.message] : []));
    expect(said).to.deep.equal(['cannot close server: server cannot be written', ...report.faults]);
    expect(locked).to.deep.equal([true, true, true, true, true]);
    expect(events.at(-1)?.type).to.equal('run-finished');
  });

  it('treats a report that cannot be written as a failure', async () => {
    const host = new SimulatedHost();
    host.files.faults.add('/state/report.json', 'ENOSPC', 'change');
    const report = await run(await bench.compile((site) => void new Thing(site, 'a', { value: '1' })), host, {
      stateDirectory: '/state',
      providers: bench.world.providers,
    });
    expect(report.faults).to.have.length(1);
    expect(toExitStatus(report, false)).to.equal(4);
    expect(bench.world.log).to.deep.equal(['change a']);
  });
});
