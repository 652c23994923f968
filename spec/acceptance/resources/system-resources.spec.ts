import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { expectTruth, type Told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** A hash as crypt(5) describes it, of no password in particular. */
const HASH = '$6$salt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/';

const desired: Resources = {
  group: { ops: { system: true }, images: { gid: 3000 } },
  user: {
    ops: {
      gid: 'ops',
      groups: ['adm', 'images'],
      system: true,
      home: '/srv/ops',
      managehome: true,
      shell: '/bin/sh',
      comment: 'Those who operate',
      password: HASH,
      password_max_age: 90,
      expiry: '2030-01-31',
    },
  },
  package: { cron: {} },
  cron: {
    report: {
      command: '/bin/true ',
      user: 'ops',
      environment: 'PATH=/bin',
      minute: '*/5',
      require: 'Package[cron]',
    },
    nightly: { command: '/bin/true', special: 'daily', require: 'Package[cron]' },
  },
  host: { controller: { ip: '10.0.0.11', host_aliases: ['controller.example.org'], comment: 'ours' } },
  file: { '/srv/scratch pad': { ensure: 'directory' } },
  mount: {
    '/srv/scratch pad': {
      ensure: 'mounted',
      device: 'tmpfs',
      fstype: 'tmpfs',
      options: 'size=1m',
      require: 'File[/srv/scratch pad]',
    },
  },
  exec: {
    'say who': {
      command: "/bin/sh -c 'id -un > /srv/ops/who'",
      user: 'ops',
      creates: '/srv/ops/who',
      require: 'User[ops]',
    },
  },
};

const gone: Resources = {
  group: { ops: { ensure: 'absent' }, images: { ensure: 'absent' } },
  user: { ops: { ensure: 'absent', managehome: true } },
  cron: { report: { ensure: 'absent', user: 'ops', before: 'User[ops]' }, nightly: { ensure: 'absent' } },
  host: { controller: { ensure: 'absent' } },
  mount: { '/srv/scratch pad': { ensure: 'absent' } },
};

describe('accounts, cron jobs, host names, mounts and commands on a Debian 12', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['apt-get', 'update', '-q']);
  });
  after(() => host?.stop());

  const call = async (command: 'plan' | 'apply', resources: Resources): Promise<Told> => {
    return runResources(host, resources, command);
  };
  const says = async (...argv: string[]) => (await host.run(argv)).stdout.trim();

  it('are made as a plan says', async () => {
    const plan = await call('plan', desired);
    const apply = await call('apply', desired);
    expect(apply.of('failed')).to.deep.equal([]);
    expectTruth(plan, apply);
  });

  it('are there for the tools of the system', async () => {
    expect(await says('getent', 'passwd', 'ops')).to.match(/:Those who operate:\/srv\/ops:\/bin\/sh$/);
    expect(await says('getent', 'shadow', 'ops'))
      .to.include(`ops:${HASH}:`)
      .and.match(/:90:\d*::21945:$/);
    expect((await says('id', '-Gn', 'ops')).split(' ').sort()).to.deep.equal(['adm', 'images', 'ops']);
    expect(await says('stat', '-c', '%U:%G', '/srv/ops')).to.equal('ops:ops');
    expect(await says('cat', '/srv/ops/who')).to.equal('ops');
    expect(await says('crontab', '-u', 'ops', '-l')).to.equal(
      '# Puppet Name: report\nPATH=/bin\n*/5 * * * * /bin/true',
    );
    expect(await says('crontab', '-l')).to.equal('# Puppet Name: nightly\n@daily /bin/true');
    expect(await says('getent', 'hosts', 'controller.example.org')).to.match(/^10\.0\.0\.11\s+controller/);
    expect(await says('findmnt', '-n', '-o', 'FSTYPE,OPTIONS', '/srv/scratch pad')).to.match(
      /^tmpfs.*size=1024k/,
    );
  });

  it('are left alone by a second run', async () => {
    expect((await call('apply', desired)).resources).to.deep.equal([]);
  });

  const drifts: readonly [what: string, by: string, repairs: string][] = [
    ['a shell', 'usermod -s /bin/bash ops', 'User[ops]'],
    ['a password', "echo 'ops:!' | chpasswd -e", 'User[ops]'],
    ['a membership', 'gpasswd -d ops adm', 'User[ops]'],
    ['the number of a group', 'groupmod -g 3001 images', 'Group[images]'],
    ['a cron job', 'crontab -u ops -r', 'Cron[report]'],
    ['a host name', "sed -i 's/^10.0.0.11/10.0.0.12/' /etc/hosts", 'Host[controller]'],
    ['a mount', "umount '/srv/scratch pad'", 'Mount[/srv/scratch pad]'],
  ];
  for (const [what, by, repaired] of drifts) {
    it(`find ${what} that was changed by hand, and repair it alone`, async () => {
      await host.must(['sh', '-c', by]);
      expect((await call('plan', desired)).of('will')).to.deep.equal([repaired]);
      expect((await call('apply', desired)).of('changed')).to.deep.equal([repaired]);
      expect((await call('apply', desired)).resources).to.deep.equal([]);
    });
  }

  it('are removed as a plan says, and nothing of them is left', async () => {
    const plan = await call('plan', gone);
    const apply = await call('apply', gone);
    expect(apply.of('failed')).to.deep.equal([]);
    expectTruth(plan, apply);
    expect(
      await says(
        'sh',
        '-c',
        'getent passwd ops; getent group ops images; getent hosts controller; ls -d /srv/ops',
      ),
    ).to.equal('');
    expect(await says('sh', '-c', 'crontab -l; grep scratch /etc/fstab /proc/mounts')).to.equal('');
    expect((await call('apply', gone)).resources).to.deep.equal([]);
  });
});
