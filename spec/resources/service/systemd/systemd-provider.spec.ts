import { expect } from 'chai';
import type { Scope } from '../../../../src/catalog/index.js';
import { SimulatedHost } from '../../../../src/hosts/simulated/simulated-host.js';
import { Exec } from '../../../../src/resources/exec/exec.js';
import { File } from '../../../../src/resources/file/file.js';
import { Service } from '../../../../src/resources/service/service.js';
import { converge, only } from '../../converge.js';
import { SystemdHost, unit } from './systemd-host.js';

describe('services of systemd', () => {
  const stopped = { ActiveState: 'inactive', SubState: 'dead' };

  it('are all asked for in one call, and left alone where they are in sync', async () => {
    const host = new SystemdHost(
      unit('a.service'),
      unit('b.service', { ...stopped, UnitFileState: 'disabled' }),
    );
    const report = await converge(host, (site) => {
      new Service(site, 'a', { ensure: 'running', enable: true });
      new Service(site, 'b', { ensure: 'stopped', enable: false });
      new Service(site, 'nosuch', { ensure: 'stopped', enable: false });
    });
    expect(report.resources).to.deep.equal([]);
    expect(host.commands).to.have.length(1);
  });

  it('are changed with one call a verb', async () => {
    const off = { ...stopped, UnitFileState: 'disabled' };
    const host = new SystemdHost(unit('a.service', off), unit('b.service', off), unit('c.service'));
    await converge(host, (site) => {
      new Service(site, 'a', { ensure: 'running', enable: true });
      new Service(site, 'b', { ensure: true, enable: true });
      new Service(site, 'c', { ensure: false, enable: false });
    });
    expect(host.calls).to.deep.equal([
      'stop c.service',
      'disable c.service',
      'enable a.service b.service',
      'start a.service b.service',
    ]);
  });

  it('that had failed are started as if they had not', async () => {
    const host = new SystemdHost(unit('a.service', { ActiveState: 'failed' }));
    const report = await converge(host, (site) => new Service(site, 'a', { ensure: 'running' }));
    expect(only(report)?.changes).to.deep.equal([{ property: 'ensure', from: 'stopped', to: 'running' }]);
    expect(host.calls).to.deep.equal(['reset-failed a.service', 'start a.service']);
  });

  it('that systemd restarts again and again are started with a clean record', async () => {
    const host = new SystemdHost(
      unit('a.service', { ActiveState: 'activating', SubState: 'auto-restart', NRestarts: '57' }),
    );
    const report = await converge(host, (site) => new Service(site, 'a', { ensure: 'running' }));
    expect(only(report)?.reason).to.equal(undefined);
    expect(host.calls).to.deep.equal(['reset-failed a.service', 'start a.service']);
  });

  it('that die at once fail, with the last that they said', async () => {
    const host = new SystemdHost(unit('a.service', stopped), unit('b.service', stopped));
    host.dying.set('a.service', { ActiveState: 'failed', Result: 'exit-code', ExecMainStatus: '7' });
    const report = await converge(host, (site) => {
      new Service(site, 'a', { ensure: 'running' });
      new Service(site, 'b', { ensure: 'running' });
    });
    const failed = report.resources.filter(({ reason }) => reason !== undefined);
    expect(failed.map(({ reference }) => reference)).to.deep.equal(['Service[a]']);
    expect(failed[0]?.reason).to.match(/exit status 7\)\nthe last that it said\n.*journalctl -u a\.service/);
    expect(host.calls.filter((call) => call.startsWith('start'))).to.deep.equal([
      'start a.service b.service',
    ]);
  });

  for (const [what, state] of [
    ['hang while they stop', { ActiveState: 'deactivating', SubState: 'stop-sigterm' }],
    ['are restarted again and again', { ActiveState: 'activating', SubState: 'auto-restart' }],
    ['are still starting', { ActiveState: 'activating', SubState: 'start-pre' }],
  ] as const) {
    it(`that ${what} are neither stopped nor running`, async () => {
      for (const [ensure, verb] of [
        ['stopped', 'stop'],
        ['running', 'start'],
      ] as const) {
        const host = new SystemdHost(unit('a.service', state));
        const report = await converge(host, (site) => new Service(site, 'a', { ensure }));
        expect(only(report)).to.include({ outcome: 'changed', reason: undefined });
        expect(host.calls.at(-1)).to.equal(`${verb} a.service`);
      }
    });
  }

  it('that do not stop fail, and are not taken for stopped by the next run', async () => {
    const host = new SystemdHost(unit('a.service'));
    const stops = (site: Scope) => void new Service(site, 'a', { ensure: 'stopped' });
    host.hanging.add('a.service');
    for (let run = 0; run < 2; run++) {
      const report = await converge(host, stops);
      expect(only(report)?.reason).to.match(/still runs after it was stopped \(deactivating, stop-sigterm\)/);
    }
    host.hanging.clear();
    expect(only(await converge(host, stops))).to.include({ outcome: 'changed' });
  });

  it('that die while they are watched fail', async () => {
    const fate = { ActiveState: 'failed', Result: 'exit-code', ExecMainStatus: '9' };
    for (const [watch, failed] of [
      [1, 1],
      [undefined, 0],
    ] as const) {
      const host = new SystemdHost(unit('a.service', stopped));
      host.dyingLater.set('a.service', { shows: 4, fate });
      const report = await converge(host, (site) => new Service(site, 'a', { ensure: 'running', watch }));
      expect(report.summary.failed).to.equal(failed);
    }
  });

  it('with a status of their own that die while they are watched fail', async () => {
    const host = new SystemdHost(unit('a.service', stopped));
    let asked = 0;
    const isUp = () => host.units.get('a.service')?.ActiveState === 'active' && asked++ < 3;
    host.install('/bin/sh', () => ({ status: isUp() ? 0 : 1 }));
    const report = await converge(host, (site) => {
      new Service(site, 'a', { ensure: 'running', status: 'is-it-up', watch: 1 });
    });
    expect(only(report)?.reason).to.match(/a\.service does not run according to its status/);
  });

  it('that do not exist cannot be started or enabled, and the others are', async () => {
    const host = new SystemdHost(unit('a.service', stopped));
    const report = await converge(host, (site) => {
      new Service(site, 'nosuch', { ensure: 'running', enable: true });
      new Service(site, 'a', { ensure: 'running' });
    });
    const failed = report.resources.filter(({ reason }) => reason !== undefined);
    expect(failed.map(({ reference }) => reference)).to.deep.equal(['Service[nosuch]']);
    expect(failed[0]?.reason).to.match(/unit nosuch\.service not found[\s\S]*package/);
    expect(host.units.get('a.service')?.ActiveState).to.equal('active');
  });

  describe('in a plan', () => {
    const hidden = unit('m.service', { ...stopped, LoadState: 'masked', UnitFileState: 'masked' });
    const plan = async (body: (site: Scope) => void, files: Record<string, string> = {}) => {
      const host = new SystemdHost(hidden);
      for (const [path, text] of Object.entries(files)) host.files.put(path, text);
      const report = await converge(host, body, { mode: 'plan' });
      const services = report.resources.filter(({ type }) => type === 'service');
      return services.map(({ title, outcome }) => `${title} ${outcome}`);
    };
    const body = (site: Scope) => {
      new Service(site, 'nosuch', { ensure: 'running' });
      new Service(site, 'none', { enable: true });
      new Service(site, 'm', { ensure: 'running' });
      new Service(site, 'gone', { ensure: 'stopped', enable: false });
    };

    it('fail with the words of the apply where they do not exist or are masked', async () => {
      expect(await plan(body)).to.deep.equal(['nosuch failed', 'none failed', 'm failed']);
      const reasons = async (mode: 'plan' | 'apply') => {
        const host = new SystemdHost(hidden);
        host.dying.set('m.service', stopped);
        const { resources } = await converge(host, body, { mode });
        return resources.map(({ title, reason }) => [title, reason]);
      };
      expect(await reasons('plan')).to.have.deep.members(await reasons('apply'));
    });

    it('may change where something before them is still to change', async () => {
      const after = (site: Scope) => {
        new Exec(site, '/bin/true');
        body(site);
      };
      expect(await plan(after)).to.include.members(['nosuch may', 'none may', 'm may']);
    });

    it('start where their file comes with the catalog, or is one that systemd has not read', async () => {
      const unitFile = '/etc/systemd/system/nosuch.service';
      const withFile = (site: Scope) => {
        new File(site, unitFile, { content: '[Service]' });
        new Service(site, 'nosuch', { ensure: 'running' });
      };
      expect(await plan(withFile)).to.deep.equal(['nosuch will']);
      const read = (site: Scope) => void new Service(site, 'nosuch', { ensure: 'running' });
      expect(await plan(read, { [unitFile]: '[Service]' })).to.deep.equal(['nosuch will']);
      expect(await plan(read, { '/etc/init.d/nosuch': '#!/bin/sh' })).to.deep.equal(['nosuch will']);
    });
  });

  it('are masked even where they do not exist, and unmasked before anything else', async () => {
    const host = new SystemdHost(
      unit('a.service', { ...stopped, LoadState: 'masked', UnitFileState: 'masked' }),
    );
    await converge(host, (site) => {
      new Service(site, 'nosuch', { enable: 'mask' });
      new Service(site, 'a', { ensure: 'running', enable: true });
    });
    expect(host.calls.filter((call) => call !== 'daemon-reload')).to.deep.equal([
      'unmask a.service',
      'mask nosuch.service',
      'enable a.service',
      'start a.service',
    ]);
  });

  it('fail without old lines of the journal where they are masked', async () => {
    const host = new SystemdHost(
      unit('a.service', { ...stopped, LoadState: 'masked', UnitFileState: 'masked' }),
    );
    host.dying.set('a.service', stopped);
    const report = await converge(host, (site) => new Service(site, 'a', { ensure: 'running' }));
    const [reason] = report.resources.map((one) => one.reason ?? '');
    expect(reason)
      .to.match(/^a\.service does not run: it is masked/)
      .and.to.include('enable: true');
    expect(reason).not.to.include('the last that it said');
  });

  it('are masked and disabled themselves where the manifest has them by an alias', async () => {
    const host = new SystemdHost(unit('ssh.service'), unit('cron.service'));
    host.aliases.set('sshd.service', 'ssh.service').set('crond.service', 'cron.service');
    const body = (site: Scope) => {
      new Service(site, 'sshd', { ensure: 'stopped', enable: 'mask' });
      new Service(site, 'crond', { enable: false });
    };
    await converge(host, body);
    expect(host.calls).to.have.members(['stop ssh.service', 'mask ssh.service', 'disable cron.service']);
    expect((await converge(host, body)).summary).to.include({ changed: 0, failed: 0, unchanged: 2 });
  });

  it('are read again from their files where those have changed', async () => {
    const host = new SystemdHost(unit('a.service', { ...stopped, NeedDaemonReload: 'yes' }));
    await converge(host, (site) => new Service(site, 'a', { ensure: 'running' }));
    expect(host.calls).to.deep.equal(['daemon-reload', 'start a.service']);
  });

  it('are read again where a file was added that systemd has not seen', async () => {
    const host = new SystemdHost(unit('a.service', stopped));
    host.files.put('/etc/systemd/system/a.service.d/limits.conf', '[Service]\n');
    await converge(host, (site) => new Service(site, 'a', { ensure: 'running' }));
    expect(host.calls).to.deep.equal(['daemon-reload', 'start a.service']);
  });

  const refreshes: readonly (readonly [string, object, Parameters<typeof refresh>[1], readonly string[]])[] =
    [
      ['is restarted where it runs', {}, { ensure: 'running' }, ['restart a.service']],
      ['is restarted where it runs and nothing is said of that', {}, {}, ['restart a.service']],
      ['is left alone where it does not run', stopped, {}, []],
      [
        'is started once, and not restarted, where it was to be started',
        stopped,
        { ensure: 'running' },
        ['start a.service'],
      ],
      ['is stopped where it is to be stopped', {}, { ensure: 'stopped' }, ['stop a.service']],
      ['is restarted by its own command', {}, { restart: 'reload-it' }, ['/bin/sh -c reload-it']],
    ];
  const refresh = async (given: object, desired: NonNullable<ConstructorParameters<typeof Service>[2]>) => {
    const host = new SystemdHost(unit('a.service', given));
    host.install('/bin/sh', () => '');
    host.install('/bin/something', () => '');
    const report = await converge(host, (site) => {
      new Exec(site, '/bin/something', { notify: new Service(site, 'a', desired) });
    });
    expect(report.resources.filter(({ reason }) => reason !== undefined)).to.deep.equal([]);
    return host.calls.filter((call) => call !== '/bin/something');
  };
  for (const [what, given, desired, calls] of refreshes) {
    it(`that something notifies ${what}`, async () => {
      expect(await refresh(given, desired)).to.deep.equal(calls);
    });
  }

  it('that does not come up after a refresh fails', async () => {
    const host = new SystemdHost(unit('a.service'));
    host.dying.set('a.service', { ActiveState: 'failed', Result: 'exit-code', ExecMainStatus: '1' });
    host.install('/bin/something', () => '');
    const report = await converge(host, (site) => {
      new Exec(site, '/bin/something', { notify: new Service(site, 'a', { ensure: 'running' }) });
    });
    const failed = report.resources.find(({ reference }) => reference === 'Service[a]');
    expect(failed?.reason).to.match(/a\.service does not run: it ended right after/);
  });

  it('with a status of their own are asked for it, and started by their own command', async () => {
    const host = new SystemdHost();
    let runs = false;
    host.install('/bin/sh', ({ argv }) => {
      if (argv[2] === 'up') runs = true;
      return { status: runs ? 0 : 1 };
    });
    const body = (site: Parameters<Parameters<typeof converge>[1]>[0]) =>
      new Service(site, 'own', { ensure: 'running', status: 'is-up', start: 'up' });
    expect(only(await converge(host, body))?.changes).to.have.length(1);
    expect((await converge(host, body)).resources).to.deep.equal([]);
  });

  it('without status are looked for among the processes, this tool left out', async () => {
    const host = new SystemdHost(unit('worker.service', stopped));
    const body = (site: Parameters<Parameters<typeof converge>[1]>[0]) =>
      new Service(site, 'worker', { ensure: 'running', hasstatus: false, pattern: 'python3? .*worker' });
    host.files.put('/proc/7/cmdline', 'node\0glance-apply\0python worker.ts\0');
    expect(only(await converge(host, body, { mode: 'plan' }))?.changes).to.have.length(1);
    host.files.put('/proc/8/cmdline', 'python3\0-m\0worker\0');
    expect((await converge(host, body)).resources).to.deep.equal([]);
  });

  it('are no error in a plan of a host that has no systemctl yet', async () => {
    const host = new SimulatedHost({ facts: { service_provider: 'systemd' } });
    const report = await converge(host, (site) => new Service(site, 'a', { ensure: 'running' }));
    expect(only(report)?.reason).to.match(/systemctl is not installed/);
  });
});
