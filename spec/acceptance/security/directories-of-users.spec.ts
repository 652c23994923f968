import { spawn } from 'node:child_process';
import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import { ended, type LabHost } from '../lab/lab-host.js';
import type { Told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

/** Runs that meet a user who exchanges a directory for a link. */
const RUNS = 12;

describe('root in directories of users, on a Debian 12', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await shell(
      `useradd -m alice; chmod 755 /home/alice
       mkdir /srv/foreign; echo precious > /srv/foreign/f0; chmod 600 /srv/foreign/f0`,
    );
  });
  after(() => host?.stop());

  const shell = (script: string) => host.must(['sh', '-ec', script]);
  const asAlice = (script: string) => host.must(['setpriv', ...ALICE, 'sh', '-ec', script]);
  const foreign = () => shell("find /srv/foreign -printf '%p %U %m\\n' | sort; cat /srv/foreign/f0");
  const reasons = ({ resources }: Told) =>
    resources.map(({ outcome, reason }) => `${outcome}: ${reason}`).join('\n');

  describe('runs a command', () => {
    const clean = { command: 'rm -f f0; touch made', path: ['/usr/bin', '/bin'], provider: 'shell' };

    it("in no directory to which another user's link leads", async () => {
      await asAlice('ln -s /srv/foreign /home/alice/build');
      const before = await foreign();
      for (const more of [{}, { user: 'alice' }, { umask: '077' }]) {
        const told = await runResources(host, {
          exec: { clean: { ...clean, cwd: '/home/alice/build', ...more } },
        });
        expect(reasons(told)).to.include(
          'in /home/alice/build: cannot follow /home/alice/build: it is a symbolic link of the user alice',
        );
      }
      expect(await foreign()).to.equal(before);
    });

    it("in the user's own, by a link as well, and says where it is", async () => {
      await asAlice('mkdir /home/alice/real; ln -s real /home/alice/current');
      const told = await runResources(host, {
        exec: { where: { ...clean, command: 'pwd > where; pwd -P >> where', cwd: '/home/alice/current' } },
      });
      expect(told.of('failed')).to.deep.equal([]);
      expect(await shell('cat /home/alice/real/where')).to.equal('/home/alice/real\n/home/alice/real\n');
    });
  });

  describe('mounts', () => {
    const tmpfs = { ensure: 'mounted', device: 'tmpfs', fstype: 'tmpfs', options: 'mode=0777' };
    const mounted = () => shell('grep /srv/foreign /proc/mounts || true');

    it("nothing where another user's link leads, in a plan as well", async () => {
      await asAlice('ln -s /srv/foreign /home/alice/scratch');
      for (const command of ['plan', 'apply'] as const) {
        const told = await runResources(host, { mount: { '/home/alice/scratch': tmpfs } }, command);
        expect(reasons(told)).to.include('cannot follow /home/alice/scratch: it is a symbolic link');
      }
      expect(await mounted()).to.equal('');
      expect(await shell('cat /etc/fstab')).not.to.include('scratch');
    });

    it("nothing that another user's link stands for", async () => {
      await asAlice('ln -s /srv/foreign /home/alice/public');
      await shell('mkdir /srv/public');
      const bound = { ensure: 'mounted', device: '/home/alice/public', fstype: 'none', options: 'bind' };
      expect(reasons(await runResources(host, { mount: { '/srv/public': bound } }))).to.include(
        'cannot follow /home/alice/public',
      );
    });

    it("in a user's directory, with all options, and leaves no other trace", async () => {
      await asAlice('mkdir /home/alice/data /home/alice/shown');
      await shell('mkdir -p /srv/tree/sub; mount -t tmpfs inner /srv/tree/sub; touch /srv/tree/sub/file');
      const resources = {
        mount: {
          '/home/alice/data': { ...tmpfs, options: 'mode=0750,nosuid,noexec,size=1m' },
          '/home/alice/shown': { ensure: 'mounted', device: '/srv/tree', fstype: 'none', options: 'rbind' },
        },
      };
      expect((await runResources(host, resources)).of('changed')).to.have.length(2);
      expect(await shell('grep /home/alice/data /proc/mounts')).to.match(
        /^tmpfs \/home\/alice\/data tmpfs rw,nosuid,noexec,relatime,size=1024k,mode=750/,
      );
      expect(await shell('ls /home/alice/shown/sub; ls -d /run/glance-apply-mount-* || true')).to.equal(
        'file\n',
      );
      expect((await runResources(host, resources)).of('changed')).to.deep.equal([]);
    });

    it('in no other place when a user exchanges the mount point at the same time', async () => {
      await asAlice('mkdir /home/alice/point; ln -s /srv/foreign /home/alice/trap');
      const exchange = `end=$(($(date +%s) + 120)); cd /home/alice
        while [ $(date +%s) -lt $end ]; do
          i=0; while [ $i -lt 50 ]; do i=$((i + 1)); mv -T point away; mv -T trap point; mv -T point trap; mv -T away point; done
        done 2> /dev/null`;
      const [program = '', ...args] = host.line(['setpriv', ...ALICE, 'sh', '-c', exchange]);
      const attacker = spawn(program, args, { stdio: 'ignore' });
      try {
        for (let run = 0; run < RUNS; run += 1) {
          await runResources(host, { mount: { '/home/alice/point': tmpfs } });
          expect(await mounted()).to.equal('');
          await shell('awk \'$2 ~ "/home/alice/(point|away)" { print $2 }\' /proc/mounts | xargs -r umount');
        }
      } finally {
        attacker.kill('SIGKILL');
        await ended(attacker);
      }
    });
  });

  describe('takes a directory from a user', () => {
    it('and follows no link that was put into it before', async () => {
      await shell('install -d -o alice /srv/app');
      await asAlice('ln -s /srv/foreign /srv/app/conf');
      const before = await foreign();
      const resources = {
        file: {
          '/srv/app': { ensure: 'directory', owner: 'root', mode: '0755' },
          '/srv/app/conf/f0': { content: 'written' },
        },
      };
      for (const _run of [1, 2])
        expect(reasons(await runResources(host, resources))).to.include('cannot follow /srv/app/conf');
      expect(await foreign()).to.equal(before);
    });

    it('unless a name in it may be that of any file', async () => {
      // Where fs.protected_hardlinks is 0, a user may do the same.
      await shell('install -d -o alice /srv/taken; ln /srv/foreign/f0 /srv/taken/name');
      const before = await foreign();
      const resources = {
        file: { '/srv/taken': { ensure: 'directory', recurse: true, owner: 'root', mode: 'a+rX' } },
      };
      for (const _run of [1, 2])
        expect(reasons(await runResources(host, resources))).to.include('/srv/taken/name is one of 2 names');
      expect(await foreign()).to.equal(before);
      expect(await shell('stat -c %U /srv/taken')).to.equal('alice\n');
    });
  });

  it("gives no set-id bits of a user's file to a copy that is not hers", async () => {
    await asAlice('cp /bin/true /home/alice/tool; chmod 4755 /home/alice/tool');
    const source = { source: '/home/alice/tool', source_permissions: 'use' };
    const resources = { file: { '/srv/roots': { ...source, owner: 'root' }, '/srv/hers': source } };
    expect((await runResources(host, resources)).of('changed')).to.have.length(2);
    expect(await shell('stat -c %U:%a /srv/roots /srv/hers')).to.equal('root:755\nalice:4755\n');
    expect((await runResources(host, resources)).of('changed')).to.deep.equal([]);
  });
});

/** How `setpriv` becomes her. */
const ALICE = ['--reuid=alice', '--regid=alice', '--init-groups', '--'];
