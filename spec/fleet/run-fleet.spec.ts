import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { fleet } from '../../src/fleet/fleet.js';
import type { FleetReport } from '../../src/fleet/fleet-report.js';
import type { FleetRunOptions } from '../../src/fleet/run-fleet.js';
import { compile, converge } from '../../src/testing/index.js';
import { Thing } from '../engine/world.js';
import { outcomesOf, resourcesOf, Sites } from './sites.js';

const four = { a: {}, b: {}, c: {}, d: {} };

const thing = { value: 'new' };

/** Three hosts in a row: what c has waits for b, and what b has for a. */
const row = fleet((site) => {
  const a = site.host('a', (node) => {
    new Thing(node, 'slow', { ...thing, delay: 30 });
    new Thing(node, 'first', { ...thing, delay: 10 });
  });
  const b = site.host('b', (node) => {
    new Thing(node, 'free', thing);
    new Thing(node, 'second', { ...thing, subscribe: a.ref(Thing, 'first') });
  });
  site.host('c', (node) => void new Thing(node, 'third', { ...thing, require: b.ref(Thing, 'second') }));
});

describe('a run of a fleet', () => {
  it('applies resources after those that they depend on, and not after others of that host', async () => {
    const sites = new Sites(await compile(row, { hosts: { a: {}, b: {}, c: {} } }));
    const report = await sites.run();
    expect(outcomesOf(report)).to.deep.equal({ a: 'done', b: 'done', c: 'done' });
    expect(sites.log.filter((entry) => !/slow|free/.test(entry))).to.deep.equal([
      'change first on a',
      'change second on b',
      'refresh second on b',
      'change third on c',
    ]);
    expect(sites.log.indexOf('change free on b')).to.be.lessThan(sites.log.indexOf('change second on b'));
    expect(report.hosts[1]?.report?.resources.at(-1)?.refreshedBy).to.deep.equal(['Thing[first] on a']);
  });

  for (const forks of [1, 2]) {
    it(`goes on with ${forks} hosts at once: a host that waits is not at work`, async () => {
      const sites = new Sites(await compile(row, { hosts: { c: {}, b: {}, a: {} } }));
      expect(outcomesOf(await sites.run({ forks }))).to.deep.equal({ a: 'done', b: 'done', c: 'done' });
    });
  }

  it('changes nothing in a second run', async () => {
    const sites = new Sites(await compile(row, { hosts: { a: {}, b: {}, c: {} } }));
    await sites.run();
    sites.log.length = 0;
    const report = await sites.run();
    expect(sites.log).to.deep.equal([]);
    expect(report.hosts.map(({ report: one }) => one?.summary.unchanged)).to.deep.equal([2, 2, 1]);
  });

  it('plans what an apply does, refreshes of other hosts included', async () => {
    const sites = new Sites(await compile(row, { hosts: { a: {}, b: {}, c: {} } }));
    const report = await sites.run({ mode: 'plan' });
    expect(sites.log).to.deep.equal([]);
    expect(report.hosts.map(({ report: one }) => one?.summary.will)).to.deep.equal([2, 2, 1]);
    const second = report.hosts[1]?.report?.resources.find(({ title }) => title === 'second');
    expect(second?.refresh).to.equal('will');
    expect(second?.refreshedBy).to.deep.equal(['Thing[first] on a']);
  });

  it('reads again what it has read before something on another host was changed', async () => {
    const catalog = await compile(row, { hosts: { a: {}, b: {}, c: {} } });
    const sites = new Sites(catalog);
    // The change on one host brings the resource of the other in sync, as a database does that both reach.
    sites.world('a').before = (name) => {
      if (name === 'first') sites.world('b').states.set('second', { ensure: 'present', value: 'new' });
    };
    sites.world('b').states.set('free', { ensure: 'present', value: 'new' });
    await sites.run();
    expect(sites.log).to.not.include('change second on b');
  });

  it('skips only what depends on a failure, and names its host', async () => {
    const sites = new Sites(await compile(row, { hosts: { a: {}, b: {}, c: {} } }));
    sites.world('a').failures.set('first', 1);
    const report = await sites.run();
    expect(outcomesOf(report)).to.deep.equal({ a: 'failed', b: 'incomplete', c: 'incomplete' });
    expect(resourcesOf(report, 'b')).to.deep.equal({ free: 'changed', second: 'skipped: Thing[first] on a' });
    expect(resourcesOf(report, 'c')).to.deep.equal({ third: 'skipped: Thing[first] on a' });
    expect(resourcesOf(report, 'a').slow).to.equal('changed');
  });

  it('skips only what depends on an unreachable host, and the next run finishes it', async () => {
    const sites = new Sites(await compile(row, { hosts: { a: {}, b: {}, c: {} } }));
    sites.down.add('a');
    const report = await sites.run();
    expect(outcomesOf(report)).to.deep.equal({ a: 'unreachable', b: 'incomplete', c: 'incomplete' });
    expect(report.hosts[0]?.reason).to.equal('connection refused');
    expect(resourcesOf(report, 'c')).to.deep.equal({
      third: 'skipped: Thing[first] on a was not applied: a is unreachable: connection refused',
    });
    sites.down.clear();
    expect(outcomesOf(await sites.run())).to.deep.equal({ a: 'done', b: 'done', c: 'done' });
  });

  it('assumes that hosts outside the limit are done, and reports the assumption', async () => {
    const sites = new Sites(await compile(row, { hosts: { a: {}, b: {}, c: {} } }));
    const report = await sites.run({ limit: new Set(['b', 'c']) });
    expect(outcomesOf(report)).to.deep.equal({ b: 'done', c: 'done' });
    expect(
      report.assumptions.map(({ location, ...rest }) => [rest, location?.file.split('/').at(-1)]),
    ).to.deep.equal([[{ assumed: 'Thing[first] on a', for: ['Thing[second] on b'] }, 'run-fleet.spec.ts']]);
    await sites.run({ limit: new Set(['x']) }).then(
      () => expect.fail('an unknown host was accepted'),
      (error: Error) => expect(error.message).to.match(/no host named 'x'/),
    );
  });

  it('marks every event with its host and the id of the run', async () => {
    const catalog = await compile(row, { hosts: { a: {}, b: {}, c: {} } });
    const run = await converge(catalog, { types: [Thing] });
    const ids = new Set(run.events.map(({ runId }) => runId));
    expect([...ids]).to.deep.equal([run.report.runId]);
    const kinds = run.events.filter((event) => 'host' in event && event.host === 'c').map(({ type }) => type);
    expect(kinds[0]).to.equal('host-started');
    expect(kinds.at(-1)).to.equal('host-finished');
    expect(kinds).to.include('run-started');
    expect(run.events.at(-1)?.type).to.equal('fleet-finished');
  });

  it('refuses the second name of a machine', async () => {
    const alone = fleet((site) => void site.group('all', (node) => void new Thing(node, 'x', thing)));
    const sites = new Sites(await compile(alone, { hosts: { a: {}, b: {} } }));
    for (const host of sites.hosts.values()) host.files.put('/etc/machine-id', `${'0a'.repeat(16)}\n`);
    const report = await sites.run({ mode: 'plan', forks: 1 });
    expect(outcomesOf(report)).to.deep.equal({ a: 'done', b: 'failed' });
    expect(report.hosts[1]?.reason).to.match(/b and a are the same machine/);
    expect(report.hosts[1]?.diagnostics[0]?.code).to.equal('fleet.machine');
  });

  it('reports a host that is locked, and goes on with the others', async () => {
    const sites = new Sites(await compile(row, { hosts: { a: {}, b: {}, c: {} } }));
    const lock = await sites.host('b').lock('the spec');
    const report = await sites.run();
    expect(outcomesOf(report)).to.deep.equal({ a: 'done', b: 'failed', c: 'incomplete' });
    expect(report.hosts[1]?.reason).to.match(/another run is in progress on b: the spec/);
    if ('release' in lock) await lock.release();
    expect(await sites.host('a').holder()).to.equal(undefined);
    expect(await sites.host('c').holder()).to.equal(undefined);
  });

  it('abandons a host that hangs after its deadline, and lets the others go on', async function () {
    this.timeout(20_000);
    const sites = new Sites(await compile(row, { hosts: { a: {}, b: {}, c: {} } }));
    sites.world('a').before = () => sleep(60_000, undefined, { ref: false });
    const report = await sites.run({ deadline: 0.2 });
    expect(outcomesOf(report)).to.deep.equal({ a: 'failed', b: 'incomplete', c: 'incomplete' });
    expect(report.hosts[0]?.reason).to.match(/deadline of 0\.2 s/);
    expect(report.hosts[0]?.diagnostics[0]?.code).to.equal('fleet.deadline');
    expect(resourcesOf(report, 'b').free).to.equal('changed');
  });

  it('does not count the time in which a host waits for others towards its deadline', async () => {
    const waiting = fleet((site) => {
      const a = site.host('a', (node) => void new Thing(node, 'a', { ...thing, delay: 400 }));
      const b = site.host('b', (node) => {
        new Thing(node, 'b', { ...thing, delay: 400, require: a.ref(Thing, 'a') });
      });
      site.host('c', (node) => void new Thing(node, 'c', { ...thing, require: b.ref(Thing, 'b') }));
    });
    const sites = new Sites(await compile(waiting, { hosts: { a: {}, b: {}, c: {} } }));
    const report = await sites.run({ deadline: 0.7 });
    expect(outcomesOf(report)).to.deep.equal({ a: 'done', b: 'done', c: 'done' });
  });

  it('reports a host as unreachable whose connection is lost, and the next run finishes it', async () => {
    const sites = new Sites(await compile(row, { hosts: { a: {}, b: {}, c: {} } }));
    const lost = new AbortController();
    Object.assign(sites.host('a'), { lost: lost.signal });
    sites.world('a').before = async (name) => {
      if (name === 'first') {
        lost.abort(new Error('the connection to a was lost'));
        await sleep(5);
        throw new Error('write EPIPE');
      }
    };
    const report = await sites.run();
    expect(outcomesOf(report).a).to.equal('unreachable');
    expect(report.hosts[0]?.reason).to.equal('the connection to a was lost');
    Object.assign(sites.host('a'), { lost: undefined });
    sites.world('a').before = () => {};
    expect(outcomesOf(await sites.run())).to.deep.equal({ a: 'done', b: 'done', c: 'done' });
  });

  it('stops on all hosts when it is interrupted, and reports the hosts that it has not begun', async () => {
    const sites = new Sites(await compile(row, { hosts: { a: {}, b: {}, c: {} } }));
    const stop = new AbortController();
    sites.world('a').before = () => stop.abort();
    const report = await sites.run({ stop: stop.signal, serial: { all: 1 } }).catch(() => undefined);
    expect(report?.interrupted).to.equal(true);
    expect(outcomesOf(report as FleetReport)).to.deep.equal({
      a: 'incomplete',
      b: 'not-attempted',
      c: 'not-attempted',
    });
  });
});

describe('a rollout', () => {
  const alone = fleet(
    (site) => void site.group('all', (node) => void new Thing(node, 'x', { ...thing, delay: 5 })),
  );
  const open = async () => new Sites(await compile(alone, { hosts: four }));

  it('begins a step when all hosts of the one before it have ended', async () => {
    const sites = await open();
    const running: string[][] = [];
    for (const [name, world] of sites.worlds) {
      world.before = () => {
        running.push([name]);
      };
    }
    await sites.run({ serial: [1, 2] });
    expect(running.flat().slice(0, 1)).to.deep.equal(['a']);
    expect(running.flat().slice(1, 3)).to.have.members(['b', 'c']);
    expect(running.flat().slice(3)).to.deep.equal(['d']);
  });

  it('begins no step after a failure, and says which host failed', async () => {
    const sites = await open();
    sites.world('b').failures.set('x', 1);
    const report = await sites.run({ serial: 2 });
    expect(outcomesOf(report)).to.deep.equal({
      a: 'done',
      b: 'failed',
      c: 'not-attempted',
      d: 'not-attempted',
    });
    expect(report.hosts[2]?.reason).to.equal('b, of a step before it, failed');
  });

  it('goes on after a step whose hosts all failed, if maxFailures permits it', async () => {
    const sites = await open();
    sites.world('a').failures.set('x', 1);
    const report = await sites.run({ serial: 1, maxFailures: '100%' });
    expect(outcomesOf(report)).to.deep.equal({ a: 'failed', b: 'done', c: 'done', d: 'done' });
  });

  const limits: [FleetRunOptions['maxFailures'], number, boolean][] = [
    ['24%', 1, false],
    ['25%', 1, true],
    ['25%', 2, false],
    ['26%', 1, true],
    ['26%', 2, false],
    [0, 1, false],
    [1, 1, true],
    [1, 2, false],
  ];
  for (const [maxFailures, count, goesOn] of limits) {
    for (const kind of ['failed', 'unreachable'] as const) {
      it(`${goesOn ? 'goes on' : 'ends'} with ${count} of 4 hosts ${kind} if at most ${maxFailures} may be`, async () => {
        const sites = await open();
        for (const name of ['a', 'b'].slice(0, count)) {
          if (kind === 'failed') sites.world(name).failures.set('x', 1);
          else sites.down.add(name);
        }
        const report = await sites.run({ serial: 1, maxFailures });
        expect(outcomesOf(report).d).to.equal(goesOn ? 'done' : 'not-attempted');
        expect(report.interrupted).to.equal(!goesOn);
        if (!goesOn) expect(report.interruption).to.match(/hosts have failed \(a.*at most \d+%? may/);
      });
    }
  }

  it('divides groups independently of each other, and begins other hosts at once', async () => {
    const sites = new Sites(
      await compile(alone, { hosts: { a: { groups: ['g'] }, b: { groups: ['g'] }, c: {}, d: {} } }),
    );
    sites.world('a').failures.set('x', 1);
    const report = await sites.run({ serial: { g: '50%' } });
    expect(outcomesOf(report)).to.deep.equal({ a: 'failed', b: 'not-attempted', c: 'done', d: 'done' });
  });

  it('ends the wait for a host of a later step, and says so', async () => {
    const sites = new Sites(await compile(row, { hosts: { c: {}, b: {}, a: {} } }));
    const report = await sites.run({ serial: 1 });
    expect(outcomesOf(report)).to.deep.equal({ c: 'failed', b: 'not-attempted', a: 'not-attempted' });
    expect(report.hosts[0]?.reason).to.match(/c waits for Thing\[second\] on b, a host of a later step/);
    expect(report.hosts[0]?.diagnostics[0]?.code).to.equal('fleet.order');
    expect(report.hosts[0]?.diagnostics[0]?.location?.file).to.match(/run-fleet\.spec\.ts$/);
  });

  for (const [options, message] of [
    [{ serial: 0 }, /serial cannot be 0/],
    [{ serial: '101%' }, /serial cannot be '101%'/],
    [{ serial: [] }, /no steps/],
    [{ serial: { nobody: 1 } }, /'nobody', which the inventory does not contain/],
    [{ maxFailures: -1 }, /maxFailures cannot be '-1'/],
    [{ forks: 0 }, /forks cannot be 0/],
  ] as const) {
    it(`refuses ${JSON.stringify(options)}`, async () => {
      const sites = await open();
      await sites.run(options as FleetRunOptions).then(
        () => expect.fail('it was accepted'),
        (error: Error) => expect(error.message).to.match(message),
      );
      expect(sites.connections).to.equal(0);
    });
  }
});
