import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import type { Told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

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

    it('in no other place when a user exchanges the mount point at the worst moment', async () => {
      // As if she were quicker than `mount` each time.
      await asAlice('mkdir /home/alice/point; ln -s /srv/foreign /home/alice/trap');
      await shell(
        `mv /bin/mount /bin/mount.real
         printf '#!/bin/sh\ncase "$*" in (*" ."|*point) mv -T /home/alice/point /home/alice/away; mv -T /home/alice/trap /home/alice/point;; esac\nexec /bin/mount.real "$@"\n' > /bin/mount
         chmod 755 /bin/mount`,
      );
      await runResources(host, { mount: { '/home/alice/point': tmpfs } });
      expect(await shell('readlink /home/alice/point')).to.equal('/srv/foreign\n');
      expect(await mounted()).to.equal('');
      await shell('mv /bin/mount.real /bin/mount');
    });
  });

  describe('unmounts', () => {
    const desired = { device: 'tmpfs', fstype: 'tmpfs', remounts: true };
    const mounts = () => shell('grep -E "victim|alice/disk" /proc/mounts || true');
    /** As if she were quicker than the program each time: what she owns on the path becomes a link to /srv. */
    const exchange = (program: string) =>
      shell(
        `mv /bin/${program} /bin/${program}.real
         printf '#!/bin/sh\nmv -T /home/alice/disk /home/alice/moved 2>/dev/null && ln -s /srv /home/alice/disk\nexec /bin/${program}.real "$@"\n' > /bin/${program}
         chmod 755 /bin/${program}`,
      );
    const restore = (program: string) =>
      shell(
        `mv /bin/${program}.real /bin/${program}; rm /home/alice/disk; mv -T /home/alice/moved /home/alice/disk`,
      );

    before(async () => {
      await asAlice('mkdir -p /home/alice/disk/data');
      await shell('mkdir /srv/data; mount -t tmpfs victim /srv/data -o size=4m');
      const mount = { '/home/alice/disk/data': { ...desired, ensure: 'mounted', options: 'size=1m' } };
      expect((await runResources(host, { mount })).of('failed')).to.deep.equal([]);
    });
    after(() => shell('umount /srv/data /home/alice/disk/data || true'));

    it('and remounts what is there, though its path leads elsewhere by then', async () => {
      const options = {
        '/home/alice/disk/data': { ...desired, ensure: 'mounted', options: 'size=2m,noexec' },
      };
      await exchange('mount');
      expect((await runResources(host, { mount: options })).of('failed')).to.deep.equal([]);
      await restore('mount');
      expect(await mounts()).to.match(
        /victim [^ ]+ tmpfs rw,relatime,size=4096k.*\n.*noexec,relatime,size=2048k/,
      );
      const gone = {
        '/home/alice/disk/data': { ...desired, ensure: 'unmounted', options: 'size=2m,noexec' },
      };
      await exchange('umount');
      expect((await runResources(host, { mount: gone })).of('failed')).to.deep.equal([]);
      await restore('umount');
      expect(await mounts()).to.match(/^victim [^\n]*\n$/);
    });

    it('and binds the directory that was looked at', async () => {
      await asAlice('mkdir -p /home/alice/disk/public; echo hers > /home/alice/disk/public/file');
      await shell('mkdir -p /srv/shown /srv/public; echo precious > /srv/public/file');
      await exchange('mount');
      const bound = { ensure: 'mounted', device: '/home/alice/disk/public', fstype: 'none', options: 'bind' };
      await runResources(host, { mount: { '/srv/shown': bound } });
      await restore('mount');
      expect(await shell('cat /srv/shown/file; umount /srv/shown')).to.equal('hers\n');
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

    it("and makes no link in it root's that leads out of it", async () => {
      await shell('install -d -o alice /srv/tree2 /srv/tree2/sub');
      await asAlice(
        'cd /srv/tree2/sub; ln -s /srv/foreign conf; ln -s ../sub inside; ln -s /home/alice hers',
      );
      const before = await foreign();
      const resources = {
        file: {
          '/srv/tree2': { ensure: 'directory', owner: 'root', recurse: true },
          '/srv/tree2/sub/conf/f0': { content: 'written' },
        },
      };
      for (const command of ['plan', 'apply', 'apply'] as const)
        expect(reasons(await runResources(host, resources, command))).to.include(
          '/srv/tree2/sub/conf is not given to root: it is a symbolic link of another user to ',
        );
      expect(await foreign()).to.equal(before);
      await shell('rm /srv/tree2/sub/conf');
      const without = { file: { '/srv/tree2': resources.file['/srv/tree2'] } };
      expect((await runResources(host, without)).of('failed')).to.deep.equal([]);
      expect(await shell('find /srv/tree2 -printf "%U\\n" | sort -u')).to.equal('0\n');
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

  describe('writes what is not for a user into her directory,', () => {
    const secret = { owner: 'root', group: 'daemon', mode: '0660', content: 'hidden-secret' };
    const reads = async (path: string) =>
      (await host.run(['setpriv', ...ALICE, 'sh', '-c', `cat ${path}; echo more >> ${path}`])).stdout;

    before(() => shell('apt-get update -q && apt-get install -y -q acl'));

    it('and passes on nothing that her access control list would give to her', async () => {
      await asAlice('mkdir /home/alice/open; setfacl -d -m u:alice:rwx /home/alice/open');
      const told = await runResources(host, {
        file: {
          '/home/alice/open/secret': secret,
          '/home/alice/open/folder': { ensure: 'directory', owner: 'root', group: 'daemon', mode: '0771' },
          '/home/alice/open/folder/secret': secret,
        },
        file_line: { line: { path: '/home/alice/open/folder/secret', line: 'second line' } },
      });
      expect(told.of('failed')).to.deep.equal([]);
      for (const path of ['secret', 'folder/secret'])
        expect(await reads(`/home/alice/open/${path}`)).to.equal('');
      expect(await shell('cat /home/alice/open/secret')).to.equal('hidden-secret');
      expect(
        await shell('cd /home/alice/open; stat -c %A:%U secret folder; getfacl -cs . secret folder'),
      ).to.match(/^-rw-rw----:root\ndrwxrwx--x:root\n[^#]*default:user:alice:rwx\n[^#]*$/);
    });

    it('nor what she gave to herself for the file that was there', async () => {
      await asAlice('echo old > /home/alice/kept; setfacl -m u:alice:rw /home/alice/kept');
      await runResources(host, { file: { '/home/alice/kept': secret } });
      expect(await reads('/home/alice/kept')).to.equal('');
    });

    it('but leaves what is hers as she wants it', async () => {
      await asAlice('echo old > /home/alice/hers; setfacl -m u:daemon:r /home/alice/hers');
      await runResources(host, {
        file: {
          '/home/alice/hers': { content: 'new' },
          '/home/alice/open/hers': { content: 'new', owner: 'alice', group: 'alice' },
        },
      });
      expect(await shell('cd /home/alice; getfacl -c hers open/hers')).to.match(
        /user:daemon:r--.*user:alice:rw/s,
      );
    });
  });

  it('has a content validated that nobody else can exchange meanwhile', async () => {
    await host.must(['tee', '/root/validate'], {
      input: `#!/bin/sh
setpriv ${ALICE.join(' ')} sh -c 'rm -f "$1" && echo exchanged > "$1"' sh "$1" 2> /dev/null
cat "$1" >> /root/seen
`,
    });
    await shell('chmod 755 /root/validate; echo piece > /srv/piece');
    const validated = { validate_cmd: ['/root/validate', '%'] };
    const told = await runResources(host, {
      file: {
        '/home/alice/text.conf': { content: 'piece\n', ...validated },
        '/home/alice/copy.conf': { source: '/srv/piece', ...validated },
      },
    });
    expect(told.of('changed')).to.have.length(2);
    expect(await shell('cat /root/seen; ls -A /dev/shm')).to.equal('piece\npiece\n');
  });

  it('is not held up by a pipe in the place of a file that Augeas reads', async () => {
    await shell('apt-get install -y -q augeas-tools');
    await asAlice('mkfifo /home/alice/pipe');
    const changes = ['set a b'];
    const told = await runResources(host, {
      augeas: { pipe: { incl: '/home/alice/pipe', lens: 'Simplevars.lns', changes } },
    });
    expect(reasons(told)).to.include('/home/alice/pipe is a device, a pipe or a socket, not a file');
    expect(told.duration).to.be.lessThan(60_000);
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
