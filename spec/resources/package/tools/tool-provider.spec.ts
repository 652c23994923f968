import { expect } from 'chai';
import type { Scope } from '../../../../src/catalog/index.js';
import { SimulatedHost } from '../../../../src/hosts/simulated/simulated-host.js';
import { Package } from '../../../../src/resources/package/package.js';
import { Secret } from '../../../../src/secrets/secret.js';
import { converge, only } from '../../converge.js';

/** A host with a pip, a gem and an npm in memory, which install what they are told. */
class LanguagesHost extends SimulatedHost {
  python: Record<string, string> = {};
  ruby: Record<string, readonly string[]> = {};
  node: Record<string, string> = {};

  constructor() {
    super({ facts: { package_provider: 'apt' } });
    this.install('pip3', ({ argv }) => {
      const last = argv.at(-1) ?? '';
      if (argv.includes('list')) {
        return JSON.stringify(Object.entries(this.python).map(([name, version]) => ({ name, version })));
      }
      if (last.includes('9!0')) return { status: 1, stderr: '(from versions: 1.0, 1.5, 2.0, 2.1rc1)' };
      if (argv.includes('uninstall')) delete this.python[last];
      else this.python[last.replace(/[^\w-].*/, '')] = /==(.*)/.exec(last)?.[1] ?? '2.0';
      return '';
    });
    this.install('gem', ({ argv }) => {
      if (argv.includes('list')) {
        return Object.entries(this.ruby)
          .map(([name, versions]) => `${name} (${versions.join(', ')})\n`)
          .join('');
      }
      const name = argv.at(-1) ?? '';
      if (argv.includes('--explain')) return `Gems to install:\n  other-1.0\n  ${name}-2.0.0-x86_64-linux\n`;
      if (argv.includes('uninstall')) delete this.ruby[name];
      else this.ruby[name] = [argv.includes('-v') ? '1.5.0' : '2.0.0', ...(this.ruby[name] ?? [])];
      return '';
    });
    this.install('npm', ({ argv }) => {
      if (argv.includes('view')) return '3.0.0\n';
      if (argv.includes('list')) {
        const dependencies = Object.entries(this.node).map(([name, version]) => [name, { version }]);
        return { status: 1, stdout: JSON.stringify({ dependencies: Object.fromEntries(dependencies) }) };
      }
      const [, name = '', version] = /^(@?[^@]+)(?:@(.*))?$/.exec(argv.at(-1) ?? '') ?? [];
      if (argv.includes('uninstall')) delete this.node[name];
      else this.node[name] = version === undefined || version === 'latest' ? '3.0.0' : version;
      return '';
    });
  }

  get calls(): string[] {
    const all = this.commands.map(({ argv }) => argv.join(' '));
    return all.filter((call) => !/ list| view|--explain|9!0dev0/.test(call));
  }
}

/** Applies a manifest twice: the second time nothing is left to do. */
async function settle(host: LanguagesHost, body: (site: Scope) => void) {
  const report = await converge(host, body);
  expect((await converge(host, body)).resources, 'a second run').to.deep.equal([]);
  return report;
}

describe('packages of languages', () => {
  it('are installed in the declared versions', async () => {
    const host = new LanguagesHost();
    await settle(host, (site) => {
      new Package(site, 'requests', { provider: 'pip3', ensure: '2.0' });
      new Package(site, 'flask', { provider: 'pip3', ensure: '>=1.0 <3', install_options: ['--no-index'] });
      new Package(site, 'rake', { provider: 'gem', ensure: '~> 1.0', source: 'https://gems.example.org' });
      new Package(site, '@me/tool', { provider: 'npm', ensure: '1.2.3' });
    });
    expect(host.calls).to.have.members([
      'pip3 install -q requests==2.0',
      'pip3 install -q --no-index flask>=1.0,<3',
      'gem install --no-document -v ~> 1.0 --source https://gems.example.org rake',
      'npm install --global @me/tool@1.2.3',
    ]);
  });

  it('are upgraded to the latest, releases before candidates', async () => {
    const host = new LanguagesHost();
    host.python = { requests: '1.0' };
    host.ruby = { rake: ['1.0.0'] };
    host.node = { tool: '2.0.0' };
    await settle(host, (site) => {
      new Package(site, 'requests', { provider: 'pip3', ensure: 'latest' });
      new Package(site, 'rake', { provider: 'gem', ensure: 'latest' });
      new Package(site, 'tool', { provider: 'npm', ensure: 'latest' });
    });
    expect(host.calls).to.have.members([
      'pip3 install -q --upgrade requests',
      'gem install --no-document rake',
      'npm install --global tool@latest',
    ]);
    expect(host.ruby.rake).to.deep.equal(['2.0.0', '1.0.0']);
  });

  it('are removed', async () => {
    const host = new LanguagesHost();
    host.python = { requests: '1.0' };
    host.ruby = { rake: ['default: 1.0.0', '0.9'] };
    host.node = { tool: '2.0.0' };
    await settle(host, (site) => {
      new Package(site, 'requests', { provider: 'pip3', ensure: 'absent', uninstall_options: ['--x'] });
      new Package(site, 'rake', { provider: 'gem', ensure: 'absent' });
      new Package(site, 'tool', { provider: 'npm', ensure: 'absent' });
    });
    expect(host.calls).to.have.members([
      'pip3 uninstall -y -q --x requests',
      'gem uninstall --executables --all rake',
      'npm uninstall --global tool',
    ]);
  });

  it('are in sync where one of several versions is', async () => {
    const host = new LanguagesHost();
    host.ruby = { rake: ['2.0.0 ruby x86_64-linux', '1.5.0'] };
    await settle(host, (site) => new Package(site, 'rake', { provider: 'gem', ensure: '>1 <2' }));
    expect(host.calls).to.deep.equal([]);
  });

  it('of Python are the same in another spelling of their names', async () => {
    const host = new LanguagesHost();
    host.python = { 'Demo.Package_x': '1.0' };
    await settle(host, (site) => new Package(site, 'demo-package-x', { provider: 'pip3' }));
    expect(host.calls).to.deep.equal([]);
  });

  it('of Python come from files and repositories', async () => {
    const host = new LanguagesHost();
    host.install('git', () => '');
    await converge(host, (site) => {
      new Package(site, 'one', { provider: 'pip3', source: '/srv/a file.whl' });
      new Package(site, 'two', {
        provider: 'pip3',
        source: 'git+https://git.example.org/two#egg=two',
        ensure: 'v2',
      });
    });
    expect(host.calls).to.deep.equal([
      'pip3 install -q one @ file:///srv/a%20file.whl',
      'pip3 install -q two @ git+https://git.example.org/two@v2#egg=two',
    ]);
  });

  it('may share their names with others', async () => {
    const host = new LanguagesHost();
    await settle(host, (site) => {
      new Package(site, 'one', { name: 'yaml', provider: 'pip3' });
      new Package(site, 'two', { name: 'yaml', provider: 'gem' });
      new Package(site, 'yaml', { provider: 'npm' });
    });
    expect(host.calls).to.have.length(3);
  });

  it('say what they miss where their tool is not there', async () => {
    const host = new SimulatedHost({ facts: { package_provider: 'apt' } });
    const report = await converge(host, (site) => {
      new Package(site, 'yaml', { provider: 'gem' });
      new Package(site, 'flask', { provider: 'pip', command: '/opt/venv/bin/pip' });
    });
    const reasons = report.resources.map(({ reason }) => reason).join('\n');
    expect(reasons).to.match(/gem is not installed on [\s\S]*install the package ruby/);
    expect(reasons).to.match(
      /\/opt\/venv\/bin\/pip is not installed on [\s\S]*install the package python3-pip/,
    );
  });

  it('fail where their tool was content and they are not there', async () => {
    const host = new LanguagesHost();
    host.install('npm', ({ argv }) => (argv.includes('list') ? '{}' : 'up to date'));
    const report = await converge(host, (site) => new Package(site, 'tool', { provider: 'npm' }));
    expect(only(report)?.reason).to.match(/npm install succeeded, but ensure is 'absent': up to date/);
  });

  it('pass on what their tool says, and what to do about a Python of the system', async () => {
    const host = new LanguagesHost();
    host.install('pip3', ({ argv }) =>
      argv.includes('list') ? '[]' : { status: 1, stderr: 'error: externally-managed-environment\n\nMore.' },
    );
    const report = await converge(host, (site) => new Package(site, 'flask', { provider: 'pip3' }));
    expect(only(report)?.reason).to.match(
      /pip3 install failed: error: externally-managed-environment[\s\S]*PEP 668[\s\S]*--break-system-packages/,
    );
  });

  it('are never told a secret on their command line', async () => {
    const host = new LanguagesHost();
    const report = await converge(host, (site) => {
      new Package(site, 'rake', {
        provider: 'gem',
        source: new Secret('https://gems.example.org/token') as never,
      });
    });
    expect(only(report)?.reason).to.match(/source is a secret, which the list of processes would show/);
    expect(host.calls).to.deep.equal([]);
  });

  it('that are not on offer fail in a plan as in an apply', async () => {
    const host = new LanguagesHost();
    const none = { status: 1, stderr: 'ERROR: No matching distribution found (from versions: none)' };
    host.install('pip', ({ argv }) => (argv.includes('list') ? '[]' : none));
    host.install('gem', ({ argv }) =>
      argv.includes('list') ? '' : { status: 2, stderr: "ERROR:  Could not find a valid gem 'nosuch'" },
    );
    host.install('npm', ({ argv }) =>
      argv.includes('list') ? '{}' : { status: 1, stderr: 'npm error 404 Not Found' },
    );
    const body = (site: Scope) => {
      new Package(site, 'py', { name: 'nosuch', provider: 'pip' });
      new Package(site, 'py3', { name: 'one', provider: 'pip3', ensure: '>3' });
      new Package(site, 'rb', { name: 'nosuch', provider: 'gem', ensure: '1.0' });
      new Package(site, 'js', { name: 'nosuch', provider: 'npm', ensure: '1.2.3' });
    };
    const plan = await converge(host, body, { mode: 'plan' });
    const reasons = Object.fromEntries(plan.resources.map(({ reference, reason }) => [reference, reason]));
    expect(plan.resources.map(({ outcome }) => outcome)).to.deep.equal([
      'failed',
      'failed',
      'failed',
      'failed',
    ]);
    expect(reasons['Package[py]']).to.match(/^pip finds no version of nosuch: .*No matching distribution/);
    expect(reasons['Package[py3]']).to.match(/^pip finds no version >3 of one: .*from versions: 1\.0, 1\.5/);
    expect(reasons['Package[rb]']).to.match(/^gem cannot install nosuch: .*Could not find a valid gem/);
    expect(reasons['Package[js]']).to.match(/^npm finds no version 1\.2\.3 of nosuch: npm error 404/);
    expect(host.calls.filter((call) => call.startsWith('npm'))).to.deep.equal([]);
  });

  it('that are on offer, or come from a source of their own, will be installed as a plan says', async () => {
    const host = new LanguagesHost();
    const body = (site: Scope) => {
      new Package(site, 'one', { provider: 'pip3', ensure: '>=1.5 <2' });
      new Package(site, 'two', { provider: 'pip3', source: 'https://files.example.org/two-1.0.tar.gz' });
      new Package(site, 'three', { provider: 'gem' });
      new Package(site, 'four', { provider: 'gem', source: '/srv/four.gem' });
      new Package(site, 'five', { provider: 'npm', ensure: '3.0.0' });
      new Package(site, 'six', { provider: 'npm', source: '/srv/six.tgz' });
    };
    const plan = await converge(host, body, { mode: 'plan' });
    expect(plan.resources.map(({ outcome }) => outcome)).to.deep.equal(Array(6).fill('will'));
    expect(host.calls).to.deep.equal([]);
    expect([host.python, host.ruby, host.node]).to.deep.equal([{}, {}, {}]);
  });

  it('that have a newer version are asked for once in a plan', async () => {
    const host = new LanguagesHost();
    host.python = { requests: '1.0' };
    host.ruby = { rake: ['1.0.0'] };
    host.node = { tool: '2.0.0' };
    const body = (site: Scope) => {
      new Package(site, 'requests', { provider: 'pip3', ensure: 'latest' });
      new Package(site, 'rake', { provider: 'gem', ensure: 'latest' });
      new Package(site, 'tool', { provider: 'npm', ensure: 'latest' });
    };
    const plan = await converge(host, body, { mode: 'plan' });
    expect(plan.resources.map(({ outcome }) => outcome)).to.deep.equal(Array(3).fill('will'));
    const asked = host.commands.map(({ argv }) => argv.join(' ')).filter((call) => !/ list/.test(call));
    expect(asked).to.have.lengthOf(3);
  });

  it('that the registry does not answer for cannot be compared with it', async () => {
    const host = new LanguagesHost();
    host.node = { tool: '1.0.0' };
    const list = JSON.stringify({ dependencies: { tool: { version: '1.0.0' } } });
    host.install('npm', ({ argv }) =>
      argv.includes('list') ? list : { status: 1, stderr: 'npm error 404' },
    );
    const report = await converge(
      host,
      (site) => new Package(site, 'tool', { provider: 'npm', ensure: 'latest' }),
    );
    expect(only(report)?.reason).to.match(/npm finds no version of tool: npm error 404/);
  });
});
