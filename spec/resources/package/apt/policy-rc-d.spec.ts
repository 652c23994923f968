import { expect } from 'chai';
import type { Scope } from '../../../../src/catalog/index.js';
import type { Command, CommandResult } from '../../../../src/hosts/command.js';
import { Package } from '../../../../src/resources/package/package.js';
import { Service } from '../../../../src/resources/service/service.js';
import { converge } from '../../converge.js';
import { DebianHost } from './debian.js';

const POLICY = '/usr/sbin/policy-rc.d';

describe('packages that may not start their services', () => {
  /** A host that notes what the policy is, and is told, while packages are installed. */
  class Watched extends DebianHost {
    /** In turn, of each transaction. */
    readonly seen: { readonly policy: string | undefined; readonly withheld: unknown }[] = [];
    meanwhile: () => void = () => {};
    override offered = { memcached: ['1.6.18-1'], nginx: ['1.22-1'] };

    constructor(files: Readonly<Record<string, string>> = {}) {
      super({ '/usr/sbin/invoke-rc.d': '', ...files });
    }

    override async run(command: Command): Promise<CommandResult> {
      if (command.argv[0] === 'apt-get' && command.argv.includes('--')) {
        const [policy] = await this.files.read([POLICY]);
        this.seen.push({
          policy: policy && String(policy),
          withheld: command.environment?.GLANCE_APPLY_WITHHELD,
        });
        this.meanwhile();
      }
      return super.run(command);
    }
  }

  const withheld = (host: Watched) => host.seen.map((one) => one.withheld);
  const left = async (host: Watched) => (await host.files.status([POLICY]))[0];

  const memcached = (site: Scope) => {
    new Package(site, 'memcached', { start_services: false, before: Service.ref('memcached.service') });
    new Service(site, 'memcached.service', { ensure: 'running' });
  };

  it('are told which services those are, by a policy that is gone afterwards', async () => {
    const host = new Watched();
    await converge(host, memcached);
    expect(host.seen).to.have.length(1);
    expect(host.seen[0]?.withheld).to.equal('memcached');
    expect(host.seen[0]?.policy).to.match(/^#!\/bin\/sh\n/);
    expect(await left(host)).to.equal(undefined);
  });

  it('start them as Debian means it where nothing else was asked for', async () => {
    const host = new Watched();
    await converge(host, (site) => {
      new Package(site, 'memcached');
      new Service(site, 'memcached', { ensure: 'running' });
    });
    expect(host.seen).to.deep.equal([{ policy: undefined, withheld: undefined }]);
  });

  it('start services that no resource would start: undeclared ones, without ensure, and with noop', async () => {
    const host = new Watched();
    await converge(host, (site) => {
      new Package(site, 'memcached', { start_services: false });
      new Service(site, 'cron', { enable: true });
      new Service(site, 'nginx', { ensure: 'running', noop: true });
    });
    expect(host.seen).to.deep.equal([{ policy: undefined, withheld: undefined }]);
  });

  for (const path of ['/etc/init.d/memcached', '/usr/lib/systemd/system/memcached.service']) {
    it(`start again what the host has already, as ${path} shows`, async () => {
      const host = new Watched({ [path]: '' });
      await converge(host, memcached);
      expect(withheld(host)).to.deep.equal([undefined]);
    });
  }

  it('are installed apart from those that may', async () => {
    const host = new Watched();
    await converge(host, (site) => {
      memcached(site);
      new Package(site, 'nginx');
    });
    expect(withheld(host)).to.have.members(['memcached', undefined]);
  });

  it('leave no policy behind where the installation fails', async () => {
    const host = new Watched();
    host.broken.add('memcached');
    const { resources } = await converge(host, memcached);
    expect(resources.map(({ outcome }) => outcome)).to.include('failed');
    expect(host.seen[0]?.policy).to.be.a('string');
    expect(await left(host)).to.equal(undefined);
  });

  it('leave a policy that comes while they are installed', async () => {
    const host = new Watched();
    host.meanwhile = () => host.files.put(POLICY, 'another');
    await converge(host, memcached);
    expect(withheld(host)).to.deep.equal(['memcached']);
    expect(String((await host.files.read([POLICY]))[0])).to.equal('another');
  });

  it('take up the policy that an interrupted run has left', async () => {
    const first = new Watched();
    await converge(first, memcached);
    const host = new Watched({ [POLICY]: first.seen[0]?.policy ?? '' });
    await converge(host, memcached);
    expect(withheld(host)).to.deep.equal(['memcached']);
    expect(await left(host)).to.equal(undefined);
  });

  it("leave the host's own policy alone, and say that it decides", async () => {
    const host = new Watched({ [POLICY]: '#!/bin/sh\nexit 101\n' });
    const warnings: string[] = [];
    await converge(host, memcached, {
      listener: (event) => event.type === 'warning' && warnings.push(event.diagnostic.message),
    });
    expect(withheld(host)).to.deep.equal([undefined]);
    expect(String((await host.files.read([POLICY]))[0])).to.equal('#!/bin/sh\nexit 101\n');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(
      /^Package\[memcached\]: the package may start its services: \/usr\/sbin\/policy-rc\.d exists/,
    );
  });
});
