import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { Scope } from '../../../../src/catalog/index.js';
import type { RunOptions } from '../../../../src/engine/run-options.js';
import { Exec } from '../../../../src/resources/exec/exec.js';
import { File } from '../../../../src/resources/file/file.js';
import { Package } from '../../../../src/resources/package/package.js';
import { converge, only } from '../../converge.js';
import { DebianHost, packagesList } from './debian.js';

describe('packages on Debian', () => {
  function debian(
    offered: Record<string, readonly string[]> = { memcached: ['1.6.18-1'], nano: ['7.2-1', '7.1-1'] },
  ) {
    const host = new DebianHost();
    host.offered = offered;
    return host;
  }

  /** Runs of apt-get and dpkg: what changes the host. */
  const changing = (host: DebianHost) => host.calls.filter((call) => !call.startsWith('apt-cache'));

  it('are not touched, and no process is started, where they are in sync', async () => {
    const host = debian().has('memcached', '1.6.18-1').has('nano', '7.1-1');
    const report = await converge(host, (site) => {
      new Package(site, 'memcached');
      new Package(site, 'nano', { ensure: '7.1*' });
      new Package(site, 'emacs', { ensure: 'absent' });
      new Package(site, 'vim', { ensure: 'purged' });
    });
    expect(report.resources).to.deep.equal([]);
    expect(host.commands).to.deep.equal([]);
  });

  it('are all installed and removed in one transaction, with no question asked', async () => {
    const host = debian().has('emacs', '1');
    await converge(host, (site) => {
      new Package(site, 'memcached');
      new Package(site, 'nano', { ensure: '7.1-1' });
      new Package(site, 'emacs', { ensure: 'absent' });
    });
    expect(changing(host)).to.deep.equal([
      'apt-get install --allow-downgrades -o DPkg::Options::=--force-confold -- emacs- memcached nano=7.1-1',
    ]);
    const transaction = host.commands.find(({ argv }) => argv.includes('install'));
    expect(transaction?.environment).to.include({ DEBIAN_FRONTEND: 'noninteractive' });
  });

  it('are in sync after they were changed', async () => {
    const host = debian();
    const body = (site: Parameters<Parameters<typeof converge>[1]>[0]) => {
      new Package(site, 'memcached', { ensure: 'latest' });
      new Package(site, 'nano', { ensure: 'held' });
    };
    expect((await converge(host, body)).resources).to.have.length(2);
    expect((await converge(host, body)).resources).to.deep.equal([]);
  });

  it('are only planned by a plan', async () => {
    const host = debian();
    const report = await converge(host, (site) => new Package(site, 'memcached'), { mode: 'plan' });
    expect(only(report)?.reference).to.equal('Package[memcached]');
    expect(changing(host)).to.deep.equal([]);
  });

  describe('that the lists do not have', () => {
    /** Older than the sources. */
    async function withOldLists(): Promise<DebianHost> {
      const host = debian();
      await sleep(5);
      host.files.put('/etc/apt/sources.list', '');
      return host;
    }
    const plan = (host: DebianHost, body: (site: Scope) => void, mode: 'plan' | 'apply' = 'plan') =>
      converge(host, body, { mode, ordering: 'relations' });

    it('fail in a plan, in the words of the apply, where the lists are as new as they can be', async () => {
      for (const [name, ensure, why] of [
        ['memcachd', 'present', /^apt has no package 'memcachd'\n.*did you mean 'memcached'/s],
        ['nano', '9', /^apt has no version 9 of the package 'nano'\n.*7\.2-1/s],
        ['local', 'present', /^the file \/local\.deb does not exist on the host/],
      ] as const) {
        const body = (site: Scope) =>
          void new Package(site, name, { ensure, ...(name === 'local' ? { source: '/local.deb' } : {}) });
        const planned = only(await plan(debian(), body));
        expect(planned?.outcome).to.equal('failed');
        expect(planned?.reason).to.match(why);
        expect(only(await plan(debian(), body, 'apply'))?.reason).to.equal(planned?.reason);
      }
    });

    it('may change in a plan where an apply would fetch the lists first', async () => {
      const host = await withOldLists();
      const body = (site: Scope) => void new Package(site, 'redis');
      const planned = only(await plan(host, body));
      expect(planned?.outcome).to.equal('may');
      expect(planned?.reason).to.match(
        /^apt has no package 'redis', unless the package lists that an apply fetches first contain it/,
      );
      host.upstream = { redis: ['7'] };
      expect(only(await plan(host, body, 'apply'))?.outcome).to.equal('changed');
    });

    it('may change in a plan where somebody has removed the lists', async () => {
      const host = debian();
      await host.files.remove(packagesList);
      const planned = only(await plan(host, (site) => void new Package(site, 'redis')));
      expect(planned?.outcome).to.equal('may');
      expect(planned?.reason).to.match(/unless the package lists that an apply fetches first contain it/);
    });

    it('may change in a plan where something of the catalog may bring them', async () => {
      const source = (site: Scope) => {
        const file = new File(site, '/etc/apt/sources.list.d/redis.list', { content: 'deb …' });
        new Package(site, 'redis', { require: file });
      };
      const script = (site: Scope) =>
        void new Package(site, 'redis', { require: new Exec(site, '/bin/add-repository') });
      for (const [body, why] of [
        [source, /unless the package lists that an apply fetches first contain it/],
        [script, /something before it has yet to change/],
      ] as const) {
        const { resources } = await plan(debian(), body);
        const planned = resources.find(({ type }) => type === 'package');
        expect(planned?.outcome).to.equal('may');
        expect(planned?.reason).to.match(why);
      }
    });

    it('will be installed from a file that the catalog brings', async () => {
      const { resources } = await plan(debian(), (site) => {
        const file = new File(site, '/local.deb', { content: '' });
        new Package(site, 'local', { source: '/local.deb', require: file });
      });
      expect(resources.map(({ outcome }) => outcome)).to.deep.equal(['will', 'will']);
    });

    it('are no matter where they are not to be installed', async () => {
      const host = debian();
      const { resources } = await plan(host, (site) => void new Package(site, 'redis', { ensure: 'absent' }));
      expect(resources).to.deep.equal([]);
      expect(host.commands).to.deep.equal([]);
    });
  });

  it('make the lists be fetched where they are not known, once', async () => {
    const host = debian({});
    host.upstream = { memcached: ['1'], nano: ['2'] };
    await converge(host, (site) => {
      const first = new Package(site, 'memcached');
      new Package(site, 'nano', { require: first });
      new Package(site, 'nosuch', { require: first });
    });
    expect(changing(host).filter((call) => call === 'apt-get update')).to.have.length(1);
    expect([...host.installed.keys()]).to.include.members(['memcached', 'nano']);
  });

  it('that do not exist are named, with the nearest name, and do not keep the others out', async () => {
    const host = debian();
    const report = await converge(host, (site) => {
      new Package(site, 'memcachedd');
      new Package(site, 'memcached');
      new Package(site, 'nano', { ensure: '9.9' });
    });
    const failed = report.resources.filter(({ reason }) => reason !== undefined);
    expect(failed.map(({ reference }) => reference)).to.have.members([
      'Package[memcachedd]',
      'Package[nano]',
    ]);
    expect(failed.map(({ reason }) => reason).join('\n')).to.match(/apt has no package 'memcachedd'/);
    expect(failed.map(({ reason }) => reason).join('\n')).to.match(/did you mean 'memcached'/);
    expect(failed.map(({ reason }) => reason).join('\n')).to.match(/no version 9\.9 [\s\S]*7\.2-1, 7\.1-1/);
    expect(host.installed.has('memcached')).to.equal(true);
    expect(changing(host).filter((call) => call.includes(' install '))).to.have.length(1);
  });

  it('that do not exist are not taken for what is only somewhat like them', async () => {
    const host = debian({ 'node-package': ['1'], npm: ['1'] });
    const report = await converge(host, (site) => {
      new Package(site, 'no-such-package');
      new Package(site, 'nom4');
    });
    const reasons = report.resources.map(({ reason }) => reason).join('\n');
    expect(reasons).to.include("apt has no package 'no-such-package'").and.not.include('did you mean');
  });

  it('whose scripts fail do not take the others with them', async () => {
    const host = debian();
    host.broken.add('nano');
    const report = await converge(host, (site) => {
      new Package(site, 'memcached');
      new Package(site, 'nano');
    });
    const failed = report.resources.filter(({ reason }) => reason !== undefined);
    expect(failed.map(({ reference }) => reference)).to.deep.equal(['Package[nano]']);
    expect(failed[0]?.reason).to.match(/error processing package nano/);
    expect(host.installed.has('memcached')).to.equal(true);
  });

  it('wait for another program that holds the lists', async () => {
    const host = debian({});
    host.upstream = { memcached: ['1'] };
    host.answers.push({
      status: 100,
      stderr: 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt)',
    });
    const report = await converge(host, (site) => new Package(site, 'memcached'));
    expect(only(report)?.reason).to.equal(undefined);
    expect(host.installed.has('memcached')).to.equal(true);
  });

  it('repair first what an interrupted dpkg left half done', async () => {
    const host = debian();
    host.files.put('/etc/apt/sources.list', '');
    const interrupted = "E: dpkg was interrupted, you must manually run 'dpkg --configure -a'";
    host.upstream = {};
    host.answers.push({ status: 100, stderr: interrupted });
    await converge(host, (site) => new Package(site, 'memcached'));
    expect(host.calls).to.include('dpkg --force-confold --configure -a');
    expect(host.installed.has('memcached')).to.equal(true);
  });

  it('that are half installed are installed', async () => {
    const host = debian().has('memcached', '1.6.18-1', { state: 'install ok half-configured' });
    const report = await converge(host, (site) => new Package(site, 'memcached'));
    expect(only(report)?.changes).to.deep.equal([
      { property: 'ensure', from: 'half-configured', to: 'present' },
    ]);
  });

  it('may be virtual, unless the manifest forbids it', async () => {
    const host = debian({ 'mail-transport-agent': [] }).has('exim4', '4', {
      more: 'Provides: mail-transport-agent',
    });
    const allowed = await converge(host, (site) => new Package(site, 'mail-transport-agent'));
    expect(allowed.resources).to.deep.equal([]);
    const forbidden = await converge(
      host,
      (site) => new Package(site, 'mail-transport-agent', { allow_virtual: false }),
    );
    expect(only(forbidden)?.reason).to.match(/allow_virtual is false/);
  });

  it('that are virtual fail with the names of those that provide them, where there are several', async () => {
    const host = debian({ mta: [], exim: ['4'], postfix: ['3', '2'], nano: ['7.2-1'] });
    host.provided.mta = ['exim 4', 'postfix 3', 'postfix 2', 'gone 1'];
    const report = await converge(host, (site) => {
      new Package(site, 'mta');
      new Package(site, 'nano');
    });
    const failed = report.resources.filter(({ reason }) => reason !== undefined);
    expect(failed.map(({ reference }) => reference)).to.deep.equal(['Package[mta]']);
    expect(failed[0]?.reason).to.match(/'mta' is a virtual package that 2 packages provide: exim, postfix/);
    expect(host.installed.has('nano')).to.equal(true);
  });

  it('that are virtual are left to apt where one package provides them', async () => {
    const host = debian({ mta: [], exim: ['4'], old: ['2'] });
    host.provided.mta = ['exim 4', 'old 1'];
    await converge(host, (site) => new Package(site, 'mta'));
    expect(changing(host).at(-1)).to.match(/-- mta$/);
  });

  it('that nothing provides, or that have a version and are virtual, fail before apt is asked', async () => {
    const host = debian({ mta: [], other: [], exim: ['4'] });
    host.provided.mta = ['exim 4'];
    const report = await converge(host, (site) => {
      new Package(site, 'mta', { ensure: '4' });
      new Package(site, 'other');
    });
    const reasons = report.resources.map(({ reason }) => reason).join('\n');
    expect(reasons).to.match(/'mta' is a virtual package and has no versions[\s\S]*its providers: exim/);
    expect(reasons).to.match(/no package in apt's lists is called 'other' or provides it/);
    expect(changing(host).filter((call) => call.includes(' install '))).to.deep.equal([]);
  });

  it('are never removed because they provide what is to be absent', async () => {
    const host = debian().has('exim4', '4', { more: 'Provides: mail-transport-agent' });
    const report = await converge(
      host,
      (site) => new Package(site, 'mail-transport-agent', { ensure: 'absent' }),
    );
    expect(report.resources).to.deep.equal([]);
  });

  it('that are to be the latest are compared with what the lists have', async () => {
    const host = debian().has('memcached', '1.6.18-1').has('nano', '7.1-1');
    const report = await converge(host, (site) => {
      new Package(site, 'memcached', { ensure: 'latest' });
      new Package(site, 'nano', { ensure: 'latest' });
    });
    expect(only(report)?.changes).to.deep.equal([{ property: 'ensure', from: '7.1-1', to: 'latest' }]);
    expect(host.installed.get('nano')).to.contain('Version: 7.2-1');
  });

  it('that a pin takes back to an older version are so, and that is said', async () => {
    const host = debian().has('nano', '7.2-1');
    host.pinned.nano = '7.1-1';
    const body = (site: Parameters<Parameters<typeof converge>[1]>[0]) =>
      new Package(site, 'nano', { ensure: 'latest' });
    const said: string[] = [];
    const options: RunOptions = {
      listener: (event) => {
        if (event.type === 'warning') said.push(event.diagnostic.message);
      },
    };
    await converge(host, body, { mode: 'plan', ...options });
    expect(said.join()).to.match(
      /a pin of apt makes 7\.1-1 the latest version, which is older than the installed 7\.2-1/,
    );
    await converge(host, body, options);
    expect(changing(host).at(-1)).to.match(/^apt-get install --allow-downgrades .*-- nano$/);
  });

  it('that have a newer version as their latest are never downgraded', async () => {
    const host = debian().has('nano', '7.1-1');
    await converge(host, (site) => new Package(site, 'nano', { ensure: 'latest' }));
    expect(changing(host).join()).to.not.match(/--allow-downgrades/);
  });

  it('stay as they are while their version is inside of a range', async () => {
    const host = debian().has('nano', '7.1-1');
    const report = await converge(host, (site) => new Package(site, 'nano', { ensure: '>=7.1 <7.2' }));
    expect(report.resources).to.deep.equal([]);
    expect(host.commands).to.deep.equal([]);
  });

  const ranges: readonly (readonly [string, string])[] = [
    ['>7.0 <7.2', '7.1-1'],
    ['<=7.1-1', '7.1-1'],
    ['>7.0', '7.2-1'],
    ['>=7.0-1 <8 <7.2-1', '7.1-1'],
    ['<7.1-1', '7.0-1'],
  ];
  for (const [ensure, installed] of ranges) {
    it(`are installed in the newest version on offer within '${ensure}', and are then in sync`, async () => {
      const host = debian({ nano: ['7.2-1', '7.1-1', '7.0-1'] }).has('nano', '9.0-1');
      const body = (site: Parameters<Parameters<typeof converge>[1]>[0]) =>
        new Package(site, 'nano', { ensure: `${ensure} <9` });
      await converge(host, body);
      expect(changing(host)).to.deep.equal([
        `apt-get install --allow-downgrades -o DPkg::Options::=--force-confold -- nano=${installed}`,
      ]);
      expect((await converge(host, body)).resources).to.deep.equal([]);
    });
  }

  it('of which no version is within a range fail, and the versions on offer are named', async () => {
    const host = debian();
    const report = await converge(host, (site) => new Package(site, 'nano', { ensure: '>=8 <9' }));
    expect(only(report)?.reason).to.match(
      /apt has no version within '>=8 <9' of the package 'nano'[\s\S]*it has 7\.2-1, 7\.1-1/,
    );
    expect(changing(host).filter((call) => call.includes(' install '))).to.deep.equal([]);
  });

  it('are compared as dpkg does where a version is named', async () => {
    const host = debian().has('nano', '7.1-1');
    const report = await converge(host, (site) => new Package(site, 'nano', { ensure: '0:7.1-1' }));
    expect(report.resources).to.deep.equal([]);
  });

  it('are held after they were changed, and changed in spite of their hold', async () => {
    const host = debian().has('nano', '7.1-1', { state: 'hold ok installed' });
    await converge(host, (site) => new Package(site, 'nano', { ensure: 'latest', mark: 'hold' }));
    expect(changing(host).join('\n')).to.match(
      /--allow-change-held-packages .*-- nano\ndpkg --set-selections/,
    );
    expect(host.installed.get('nano')).to.contain('Status: hold ok installed');
  });

  it('lose a hold that is not declared', async () => {
    const host = debian().has('nano', '7.2-1', { state: 'hold ok installed' });
    await converge(host, (site) => new Package(site, 'nano', { mark: 'none' }));
    expect(changing(host)).to.deep.equal(['dpkg --set-selections']);
    expect(host.installed.get('nano')).to.contain('Status: install ok installed');
  });

  it('that are purged lose the configuration files that a removal has left', async () => {
    const host = debian().has('nano', '7.2-1', { state: 'deinstall ok config-files' });
    expect(
      (await converge(host, (site) => new Package(site, 'nano', { ensure: 'absent' }))).resources,
    ).to.deep.equal([]);
    await converge(host, (site) => new Package(site, 'nano', { ensure: 'purged' }));
    expect(changing(host)).to.deep.equal(['apt-get purge -- nano']);
  });

  it('take their options, their answers and their own configuration files', async () => {
    const host = debian();
    host.files.put('/root/answers', '');
    await converge(host, (site) => {
      new Package(site, 'nano', {
        install_options: ['--no-install-recommends', { '-t': 'backports' }],
        configfiles: 'replace',
        responsefile: '/root/answers',
      });
    });
    expect(changing(host)).to.deep.equal([
      'debconf-set-selections -- /root/answers',
      'apt-get install -o DPkg::Options::=--force-confnew --no-install-recommends -t=backports -- nano',
    ]);
  });

  it('come from a file, which must be there', async () => {
    const host = debian();
    const body = (site: Parameters<Parameters<typeof converge>[1]>[0]) =>
      new Package(site, 'local', { source: '/root/local.deb' });
    expect(only(await converge(host, body))?.reason).to.match(
      /the file \/root\/local\.deb does not exist on the host/,
    );
    host.files.put('/root/local.deb', '');
    await converge(host, body);
    expect(changing(host).at(-1)).to.match(/-- \/root\/local\.deb$/);
  });

  it('cannot be read if dpkg is not installed', async () => {
    const host = debian();
    await host.files.remove('/var/lib/dpkg/status');
    expect(only(await converge(host, (site) => new Package(site, 'nano')))?.reason).to.match(
      /dpkg is not installed/,
    );
  });
});
