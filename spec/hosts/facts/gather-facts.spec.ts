import { expect } from 'chai';
import { factAt } from '../../../src/data/facts.js';
import { gatherFacts } from '../../../src/hosts/facts/gather-facts.js';
import type { Machine } from '../../../src/hosts/facts/machine.js';
import { memory } from '../../../src/hosts/facts/memory.js';
import { openstack } from '../../../src/hosts/facts/openstack.js';
import { processors } from '../../../src/hosts/facts/processors.js';
import { selinux } from '../../../src/hosts/facts/selinux.js';
import { localHost } from '../../../src/hosts/local/local-host.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';

const machine: Machine = {
  hostname: 'glance',
  kernel: 'Linux',
  kernelRelease: '6.1.0-37-amd64',
  hardware: 'x86_64',
  processors: 1,
  memory: 8 * 1024 ** 3,
  interfaces: {},
};

describe('the facts of a host', () => {
  it('come from its files and its system calls, without a process', async () => {
    const host = new SimulatedHost({
      files: {
        '/etc/os-release': 'ID=debian\nVERSION_ID="12"\n',
        '/etc/debian_version': '12.11\n',
        '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\n',
        '/sys/devices/system/cpu/online': '0-15\n',
        '/run/systemd/system/marker': '',
        '/usr/bin/apt-get': '',
      },
    });
    const facts = await gatherFacts(host.files, machine);
    expect(facts).to.include({
      kernel: 'Linux',
      kernelrelease: '6.1.0-37-amd64',
      service_provider: 'systemd',
      package_provider: 'apt',
      root_home: '/root',
      os_service_default: '<SERVICE DEFAULT>',
      os_workers: 8,
    });
    expect(factAt(facts, 'os.release.major')).to.equal('12');
    expect(factAt(facts, 'os.selinux.enabled')).to.equal(false);
    expect(factAt(facts, 'processors.count')).to.equal(16);
    expect(factAt(facts, 'networking.fqdn')).to.equal('glance');
    expect(host.commands).to.deep.equal([]);
  });

  it('name dnf where yum is another name of it, and init scripts where systemd does not run', async () => {
    const host = new SimulatedHost({ files: { '/usr/bin/yum': '', '/usr/bin/dnf': '' } });
    const facts = await gatherFacts(host.files, machine);
    expect(facts).to.include({ service_provider: 'init', package_provider: 'dnf' });
    expect((await gatherFacts(new SimulatedHost().files, machine)).package_provider).to.equal(undefined);
  });

  it('leave out what may not be read', async () => {
    const host = new SimulatedHost({
      files: { '/etc/os-release': 'ID=debian\n', '/etc/passwd': 'root:x:0:0::/root:' },
    });
    host.files.faults.add('/etc/passwd', 'EACCES', 'read');
    const facts = await gatherFacts(host.files, machine);
    expect(facts).not.to.have.property('root_home');
    expect(facts.os?.name).to.equal('Debian');
  });

  it('of this machine are gathered once', async () => {
    const host = localHost();
    const facts = await host.facts();
    expect(await host.facts()).to.equal(facts);
    expect(facts.processors?.count).to.be.greaterThan(0);
    expect(facts.memory?.system?.total_bytes).to.be.greaterThan(0);
    expect(facts.networking?.hostname).to.be.a('string').and.not.equal('');
  });
});

describe('the fact processors', () => {
  it('counts those that are online', () => {
    expect(processors('0\n', 7)).to.deep.equal({ count: 1 });
    expect(processors('0-3,8-11,15\n', 7)).to.deep.equal({ count: 9 });
    expect(processors(undefined, 7)).to.deep.equal({ count: 7 });
  });
});

describe('the fact memory', () => {
  it('is told in bytes and in words', () => {
    expect(memory(25_276_510_208)).to.deep.equal({
      system: { total_bytes: 25_276_510_208, total: '23.54 GiB' },
    });
    expect(memory(512 * 1024 ** 2).system?.total).to.equal('512.00 MiB');
  });
});

describe('the fact os.selinux', () => {
  it('is told by the kernel, and what is configured by its file', () => {
    expect(selinux(undefined, 'SELINUX=enforcing\n')).to.deep.equal({ enabled: false });
    expect(selinux('1', '# SELINUX=disabled\nSELINUX=enforcing\nSELINUXTYPE=targeted\n')).to.deep.equal({
      enabled: true,
      current_mode: 'enforcing',
      config_mode: 'enforcing',
      config_policy: 'targeted',
    });
    expect(selinux('0', undefined)).to.deep.equal({ enabled: true, current_mode: 'permissive' });
  });
});

describe("the facts of OpenStack's modules", () => {
  it('bound the number of workers on both sides', () => {
    const workers = (count: number) => openstack({ family: 'Debian', name: 'Debian' }, count).os_workers;
    expect([1, 2, 5, 8, 24, 25, 128].map(workers)).to.deep.equal([2, 2, 2, 4, 12, 12, 12]);
    expect(openstack({}, 64)).to.include({
      os_workers_small: 8,
      os_workers_large: 32,
      os_workers_heat_engine: 24,
      os_workers_keystone: 24,
    });
  });

  it('tell whose packages these are', () => {
    expect(openstack({ family: 'Debian', name: 'Debian' }, 1).os_package_type).to.equal('debian');
    expect(openstack({ family: 'Debian', name: 'Ubuntu' }, 1).os_package_type).to.equal('ubuntu');
    expect(openstack({ family: 'RedHat', name: 'Rocky' }, 1).os_package_type).to.equal('rpm');
    expect(openstack({ family: 'Suse', name: 'SLES' }, 1).os_package_type).to.equal('unknown');
  });
});
