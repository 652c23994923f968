import { expect } from 'chai';
import type { Scope } from '../../../../src/catalog/index.js';
import { type ProgramAnswer, SimulatedHost } from '../../../../src/hosts/simulated/simulated-host.js';
import { Package } from '../../../../src/resources/package/package.js';
import { Yumrepo } from '../../../../src/resources/yumrepo/yumrepo.js';
import { converge, only } from '../../converge.js';

const KNOWN = ['alpha', 'beta', 'gamma'];
/** No repository has it. */
const MISSING_VERSION = '9.9';

function isOnOffer(target: string): boolean {
  const [, name = target, version] = /^(.+?)-(\d.*)$/.exec(target) ?? [];
  return target.endsWith('.rpm') || (KNOWN.includes(name) && version !== MISSING_VERSION);
}

/** An Enterprise Linux host in memory, whose repositories have three packages in version 2.0-1. */
class RedHatHost extends SimulatedHost {
  readonly installed = new Map<string, string>();

  constructor(installed: Readonly<Record<string, string>> = {}, program: 'dnf' | 'yum' = 'dnf') {
    super({ facts: { package_provider: program, os: { family: 'RedHat' } } });
    for (const [name, evr] of Object.entries(installed)) this.installed.set(name, evr);
    this.install('rpm', ({ argv }) =>
      argv.join(' ').includes('PROVIDENAME') ? 'beta\tvirtual\n' : this.#list(),
    );
    this.install(program, ({ argv }) => this.#answer(argv));
  }

  get calls(): string[] {
    return this.commands.map(({ argv }) => argv.join(' ')).filter((call) => !call.startsWith('rpm'));
  }

  #list(): string {
    return [...this.installed].map(([name, evr]) => `${name}\t0\t${evr}\tnoarch\n`).join('');
  }

  #answer(argv: readonly string[]): ProgramAnswer {
    const targets = argv.slice(argv.indexOf('--') + 1);
    if (argv.includes('check-update')) return { status: 100, stdout: '\nalpha.noarch  2.0-1  local\n' };
    if (argv.includes('--showduplicates')) {
      const known = targets.filter((target) => KNOWN.includes(target));
      if (known.length === 0) return { status: 1, stderr: 'Error: No matching Packages to list' };
      return known.map((name) => `${name}.noarch  1.0-1  local\n${name}.noarch  2.0-1  local\n`).join('');
    }
    if (argv.includes('versionlock')) return this.#lock(argv.at(-1) ?? '', argv.includes('add'));
    const unknown = targets.filter((target) => !isOnOffer(target));
    if (unknown.length > 0)
      return { status: 1, stderr: `Error: Unable to find a match: ${unknown.join(' ')}` };
    if (argv.includes('--assumeno')) return { status: 1, stderr: 'Operation aborted.' };
    for (const target of targets) {
      const [, name = target, evr = '2.0-1'] = /^(.+?)-(\d.*)$/.exec(target) ?? [];
      if (argv.includes('remove')) this.installed.delete(name);
      else this.installed.set(name, evr.includes('-') ? evr : `${evr}-1`);
    }
    return '';
  }

  #lock(name: string, add: boolean): ProgramAnswer {
    const path = '/etc/dnf/plugins/versionlock.list';
    this.files.put(path, add ? `${name}-0:${this.installed.get(name)}.*\n` : '');
    return '';
  }
}

describe('packages on Enterprise Linux', () => {
  it('cost one call of rpm and none of dnf where they are in sync', async () => {
    const host = new RedHatHost({ alpha: '1.0-1', beta: '1.0-1' });
    const report = await converge(host, (site) => {
      new Package(site, 'alpha');
      new Package(site, 'beta', { ensure: '1.0' });
    });
    expect(report.resources).to.deep.equal([]);
    expect(host.commands).to.have.length(1);
  });

  it('are installed in one call', async () => {
    const host = new RedHatHost();
    await converge(host, (site) => {
      new Package(site, 'alpha');
      new Package(site, 'gamma', { ensure: '1.5-1' });
    });
    expect(host.calls).to.deep.equal(['dnf -y install -- alpha gamma-1.5-1']);
  });

  it('are changed by yum in the same way', async () => {
    const host = new RedHatHost({}, 'yum');
    await converge(host, (site) => new Package(site, 'alpha'));
    expect(host.calls).to.deep.equal(['yum -y install -- alpha']);
  });

  it('are upgraded, downgraded and removed as their version asks for', async () => {
    const host = new RedHatHost({ alpha: '1.0-1', beta: '2.0-1', gamma: '2.0-1' });
    await converge(host, (site) => {
      new Package(site, 'alpha', { ensure: 'latest' });
      new Package(site, 'beta', { ensure: '1.0' });
      new Package(site, 'gamma', { ensure: 'absent' });
    });
    expect(host.calls.filter((call) => !call.includes('check-update'))).to.deep.equal([
      'dnf -y remove -- gamma',
      'dnf -y downgrade -- beta-1.0',
      'dnf -y upgrade -- alpha',
    ]);
  });

  it('are changed to the newest version within a range, and left alone inside of it', async () => {
    const host = new RedHatHost({ alpha: '2.0-1', beta: '1.5-1' });
    const body = (site: Parameters<Parameters<typeof converge>[1]>[0]) => {
      new Package(site, 'alpha', { ensure: '>0.5 <2' });
      new Package(site, 'beta', { ensure: '>=1.5 <2' });
      new Package(site, 'gamma', { ensure: '>1' });
    };
    expect((await converge(host, body)).resources.map(({ reason }) => reason)).to.deep.equal([
      undefined,
      undefined,
    ]);
    expect(Object.fromEntries(host.installed)).to.deep.equal({
      alpha: '1.0-1',
      beta: '1.5-1',
      gamma: '2.0-1',
    });
    expect((await converge(host, body)).resources).to.deep.equal([]);
  });

  it('of which no version is within a range fail with those that there are', async () => {
    const host = new RedHatHost();
    const report = await converge(host, (site) => {
      new Package(site, 'alpha', { ensure: '>3' });
      new Package(site, 'nosuch', { ensure: '>3' });
    });
    const reasons = report.resources.map(({ reason }) => reason).join('\n');
    expect(reasons).to.match(
      /no version within '>3' of the package 'alpha'[\s\S]*available versions: 1\.0-1, 2\.0-1/,
    );
    expect(reasons).to.match(/no repository contains 'nosuch'/);
  });

  it('that are unknown are named, and do not keep the others out', async () => {
    const host = new RedHatHost();
    const report = await converge(host, (site) => {
      new Package(site, 'alpha');
      new Package(site, 'nosuch');
    });
    const failed = report.resources.filter(({ reason }) => reason !== undefined);
    expect(failed.map(({ reference }) => reference)).to.deep.equal(['Package[nosuch]']);
    expect(failed[0]?.reason).to.match(/dnf has no package 'nosuch'/);
    expect(host.installed.get('alpha')).to.equal('2.0-1');
  });

  it('that no repository has fail in a plan as in an apply', async () => {
    const host = new RedHatHost({ beta: '2.0-1' });
    const body = (site: Scope) => {
      new Package(site, 'alpha');
      new Package(site, 'beta', { ensure: '9.9' });
      new Package(site, 'gamma', { ensure: '>3' });
      new Package(site, 'nosuch', { install_options: ['--nodocs'] });
      new Package(site, 'file', { source: '/srv/file.rpm' });
    };
    const plan = await converge(host, body, { mode: 'plan' });
    const outcomes = Object.fromEntries(
      plan.resources.map(({ reference, outcome, reason }) => [reference, [outcome, reason?.split('\n')[0]]]),
    );
    expect(outcomes).to.deep.equal({
      'Package[alpha]': ['will', undefined],
      'Package[beta]': ['failed', "dnf has no package 'beta' 9.9"],
      'Package[gamma]': ['failed', "dnf has no version within '>3' of the package 'gamma'"],
      'Package[nosuch]': ['failed', "dnf has no package 'nosuch'"],
      'Package[file]': ['will', undefined],
    });
    expect(Object.fromEntries(host.installed)).to.deep.equal({ beta: '2.0-1' });
  });

  it('that no repository has may come from one that the catalog brings', async () => {
    const plan = await converge(
      new RedHatHost(),
      (site) => {
        new Package(site, 'nosuch');
        new Yumrepo(site, 'more', { baseurl: 'https://repository.example.org', descr: 'more' });
      },
      { mode: 'plan' },
    );
    const found = plan.resources.find(({ reference }) => reference === 'Package[nosuch]');
    expect(found?.outcome).to.equal('may');
    expect(found?.reason).to.match(
      /dnf has no package 'nosuch', unless a repository of the catalog contains it/,
    );
  });

  it('may be virtual', async () => {
    const host = new RedHatHost({ beta: '2.0-1' });
    expect((await converge(host, (site) => new Package(site, 'virtual'))).resources).to.deep.equal([]);
  });

  it('are held by the versionlock plugin, in the version that was just installed', async () => {
    const host = new RedHatHost();
    host.files.put('/etc/dnf/plugins/versionlock.conf', '[main]\nenabled = 1\n');
    const body = (site: Parameters<Parameters<typeof converge>[1]>[0]) =>
      new Package(site, 'alpha', { ensure: 'held' });
    await converge(host, body);
    expect(host.calls).to.deep.equal(['dnf -y install -- alpha', 'dnf versionlock add alpha']);
    expect((await converge(host, body)).resources).to.deep.equal([]);
  });

  it('cannot be held without that plugin, and the error names the package that contains it', async () => {
    const host = new RedHatHost({ alpha: '1.0-1' });
    host.install('dnf', () => ({
      status: 1,
      stderr: 'No such command: versionlock. Please use /usr/bin/dnf --help',
    }));
    const report = await converge(host, (site) => new Package(site, 'alpha', { mark: 'hold' }));
    expect(only(report)?.reason).to.match(
      /without its versionlock plugin[\s\S]*python3-dnf-plugin-versionlock/,
    );
  });

  it('that dnf says to have installed and has not are failures', async () => {
    const host = new RedHatHost();
    host.install('dnf', () => 'Complete!');
    const report = await converge(host, (site) => new Package(site, 'alpha'));
    expect(only(report)?.reason).to.match(/dnf succeeded, but ensure is 'absent'/);
  });

  it('cannot be read if rpm is not installed', async () => {
    const host = new SimulatedHost({ facts: { package_provider: 'dnf' } });
    expect(only(await converge(host, (site) => new Package(site, 'alpha')))?.reason).to.match(
      /rpm is not installed/,
    );
  });
});
