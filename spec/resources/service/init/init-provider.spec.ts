import { expect } from 'chai';
import type { Scope } from '../../../../src/catalog/index.js';
import { type ProgramAnswer, SimulatedHost } from '../../../../src/hosts/simulated/simulated-host.js';
import { File } from '../../../../src/resources/file/file.js';
import { Service } from '../../../../src/resources/service/service.js';
import { converge, only } from '../../converge.js';

const HEADER = '#!/bin/sh\n# Default-Start: 2 3\n';

/** A host in memory with one init script, `memcached`. */
class InitHost extends SimulatedHost {
  runs = false;
  /** What the script answers where it does not do what it is told. */
  readonly answers = new Map<string, ProgramAnswer>();

  constructor({ runs = false, enabled = false } = {}) {
    super({ facts: { service_provider: 'init' }, files: { '/etc/init.d/memcached': HEADER } });
    this.runs = runs;
    this.#link(enabled);
    this.install('/etc/init.d/memcached', ({ argv }) => this.#script(argv[1] ?? ''));
    this.install('update-rc.d', ({ argv }) => {
      if (argv.at(-1) === 'enable' || argv.at(-1) === 'disable') this.#link(argv.at(-1) === 'enable');
      return '';
    });
  }

  /** What was run, without the questions. */
  get calls(): string[] {
    return this.commands.map(({ argv }) => argv.join(' ')).filter((call) => !call.endsWith(' status'));
  }

  #link(on: boolean): void {
    for (const level of ['2', '3']) {
      this.files.put(`/etc/rc${level}.d/${on ? 'S' : 'K'}01memcached`, '');
      this.files.remove(`/etc/rc${level}.d/${on ? 'K' : 'S'}01memcached`);
    }
  }

  #script(verb: string): ProgramAnswer {
    const answer = this.answers.get(verb);
    if (answer !== undefined) return answer;
    if (verb === 'status') return { status: this.runs ? 0 : 3 };
    this.runs = verb !== 'stop';
    return '';
  }
}

describe('services of init scripts', () => {
  it('are left alone where they are in sync', async () => {
    const host = new InitHost({ runs: true, enabled: true });
    const report = await converge(host, (site) => {
      new Service(site, 'memcached', { ensure: 'running', enable: true });
      new Service(site, 'nosuch', { ensure: 'stopped', enable: false });
    });
    expect(report.resources).to.deep.equal([]);
    expect(host.calls).to.deep.equal([]);
  });

  it('are enabled, started, and seen to stay up', async () => {
    const host = new InitHost();
    const body = (site: Parameters<Parameters<typeof converge>[1]>[0]) =>
      new Service(site, 'memcached.service', { ensure: 'running', enable: true });
    await converge(host, body);
    expect(host.calls).to.deep.equal([
      'update-rc.d memcached defaults',
      'update-rc.d memcached enable',
      '/etc/init.d/memcached start',
    ]);
    expect((await converge(host, body)).resources).to.deep.equal([]);
  });

  it('whose process has died and is not buried yet do not run, whatever the script says', async () => {
    const host = new InitHost({ runs: true });
    host.files.put('/run/memcached.pid', '41\n');
    const body = (site: Parameters<Parameters<typeof converge>[1]>[0]) =>
      new Service(site, 'memcached', { ensure: 'running' });
    host.files.put('/proc/41/stat', '41 (mem) S (x) S 1 41 0 0');
    expect((await converge(host, body, { mode: 'plan' })).resources).to.deep.equal([]);
    host.files.put('/proc/41/stat', '41 (mem) S (x) Z 1 41 0 0');
    expect(only(await converge(host, body, { mode: 'plan' }))?.changes).to.have.length(1);
  });

  it('are stopped and disabled', async () => {
    const host = new InitHost({ runs: true, enabled: true });
    await converge(host, (site) => new Service(site, 'memcached', { ensure: 'stopped', enable: false }));
    expect(host.runs).to.equal(false);
    expect(host.calls).to.include('update-rc.d memcached disable');
  });

  it('that do not run after their start fail', async () => {
    const host = new InitHost();
    host.answers.set('start', 'Starting memcached: memcached.');
    const report = await converge(host, (site) => new Service(site, 'memcached', { ensure: 'running' }));
    expect(only(report)?.reason).to.match(/does not run after it was started\nStarting memcached/);
  });

  const refusals: readonly (readonly [string, string, ProgramAnswer, object, RegExp])[] = [
    [
      'whose script fails',
      'start',
      { status: 1, stderr: 'no such option' },
      { ensure: 'running' },
      /ended with status 1: no such option/,
    ],
    ['that a policy forbids to start', 'start', { status: 101 }, { ensure: 'running' }, /policy-rc\.d/],
    [
      'whose state may not be read',
      'status',
      { status: 4, stderr: 'pid file' },
      { ensure: 'running' },
      /status' cannot determine it: pid file/,
    ],
    ['that are to be masked', 'none', '', { enable: 'mask' }, /init script cannot be masked/],
  ];
  for (const [what, verb, answer, desired, why] of refusals) {
    it(`${what} fail with the reason`, async () => {
      const host = new InitHost();
      host.answers.set(verb, answer);
      expect(only(await converge(host, (site) => new Service(site, 'memcached', desired)))?.reason).to.match(
        why,
      );
    });
  }

  for (const given of [{ ensure: 'running' }, { enable: true }] as const) {
    it(`that have no script fail with ${Object.keys(given)}, as a plan foretells, and the error says what is missing`, async () => {
      for (const mode of ['plan', 'apply'] as const) {
        const body = (site: Scope) => void new Service(site, 'nosuch', given);
        const report = await converge(new InitHost(), body, { mode });
        expect(only(report)?.outcome, mode).to.equal('failed');
        expect(only(report)?.reason, mode).to.match(
          /^the init script \/etc\/init\.d\/nosuch does not exist\n.*package/,
        );
      }
    });
  }

  it('start in a plan where their script comes with the catalog', async () => {
    const body = (site: Scope) => {
      new File(site, '/etc/init.d/own', { content: '#!/bin/sh', mode: '0755' });
      new Service(site, 'own', { ensure: 'running' });
    };
    const { resources } = await converge(new InitHost(), body, { mode: 'plan' });
    expect(resources.map(({ outcome }) => outcome)).to.deep.equal(['will', 'will']);
  });

  it('are enabled by chkconfig where there is no update-rc.d', async () => {
    const host = new SimulatedHost({
      facts: { service_provider: 'init' },
      files: { '/etc/init.d/memcached': HEADER },
      programs: { '/etc/init.d/memcached': () => '', chkconfig: () => '' },
    });
    await converge(host, (site) => new Service(site, 'memcached', { enable: true }));
    expect(host.commands.map(({ argv }) => argv.join(' '))).to.include.members([
      'chkconfig --add memcached',
      'chkconfig memcached on',
    ]);
  });

  it('without an init script are started as the program that they are', async () => {
    const host = new InitHost();
    host.install('/bin/sh', ({ argv }) => {
      host.files.put('/proc/9/cmdline', `${argv[2]}\0`);
      return '';
    });
    const body = (site: Parameters<Parameters<typeof converge>[1]>[0]) =>
      new Service(site, 'other', { ensure: 'running', binary: '/opt/other' });
    expect(only(await converge(host, body))?.reason).to.equal(undefined);
    expect((await converge(host, body)).resources).to.deep.equal([]);
  });
});
