import { expect } from 'chai';
import type { AttributesOf } from '../../../src/catalog/index.js';
import type { RunEvent } from '../../../src/engine/events.js';
import type { Command } from '../../../src/hosts/command.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { Exec } from '../../../src/resources/exec/exec.js';
import { Resources } from '../../../src/resources/index.js';
import { Mount } from '../../../src/resources/mount/mount.js';
import { converge, errorsOf } from '../converge.js';

type Attributes = AttributesOf<typeof Mount.definition.attributes>;

const ROOT = 'UUID=1 / ext4 errors=remount-ro 0 1\n';
const DATA = '/dev/sdb1\t/data\text4\tdefaults\t0\t0\n';

/** A machine whose mount and umount change its table of mounts. */
function machine(fstab: string, mounted: readonly string[]): SimulatedHost {
  const points = new Set(['/', ...mounted]);
  const show = (host: SimulatedHost) =>
    host.files.put(
      '/proc/self/mountinfo',
      [...points].map((point) => `1 0 8:1 / ${point} rw - ext4 x rw\n`).join(''),
    );
  const program =
    (then: (point: string) => void) =>
    ({ argv }: Command, at: SimulatedHost) => {
      then(argv.at(-1) ?? '');
      show(at);
      return '';
    };
  const host = new SimulatedHost({
    files: { '/etc/fstab': fstab },
    programs: {
      mount: program((point) => void points.add(point)),
      umount: program((point) => void points.delete(point)),
    },
  });
  show(host);
  return host;
}

interface Case {
  readonly what: string;
  readonly fstab: string;
  readonly mounted?: readonly string[];
  readonly given: Attributes;
  readonly after: string;
  readonly commands: readonly string[];
}

const data: Attributes = { device: '/dev/sdb1', fstype: 'ext4' };

const cases: readonly Case[] = [
  {
    what: 'enters the table and is mounted',
    fstab: ROOT,
    given: { ...data, ensure: 'mounted' },
    after: ROOT + DATA,
    commands: ['mount -- /data'],
  },
  { what: 'enters the table alone', fstab: ROOT, given: data, after: ROOT + DATA, commands: [] },
  {
    what: 'enters the table where it was mounted by hand, and stays as it is',
    fstab: ROOT,
    mounted: ['/data'],
    given: { ...data, ensure: 'mounted' },
    after: ROOT + DATA,
    commands: [],
  },
  {
    what: 'is unmounted and stays in the table',
    fstab: ROOT + DATA,
    mounted: ['/data'],
    given: { ...data, ensure: 'unmounted' },
    after: ROOT + DATA,
    commands: ['umount -- /data'],
  },
  {
    what: 'is unmounted and leaves the table',
    fstab: ROOT + DATA,
    mounted: ['/data'],
    given: { ensure: 'absent' },
    after: ROOT,
    commands: ['umount -- /data'],
  },
  {
    what: 'is mounted anew with other options',
    fstab: ROOT + DATA,
    mounted: ['/data'],
    given: { ...data, ensure: 'mounted', options: 'noatime' },
    after: ROOT + DATA.replace('defaults', 'noatime'),
    commands: ['mount -o remount -- /data'],
  },
  {
    what: 'is unmounted and mounted with other options where it cannot be remounted',
    fstab: ROOT + DATA,
    mounted: ['/data'],
    given: { ...data, ensure: 'mounted', options: 'noatime', remounts: false },
    after: ROOT + DATA.replace('defaults', 'noatime'),
    commands: ['umount -- /data', 'mount -- /data'],
  },
  {
    what: 'gives way to another device',
    fstab: ROOT + DATA,
    mounted: ['/data'],
    given: { ...data, ensure: 'mounted', device: 'UUID=7' },
    after: ROOT + DATA.replace('/dev/sdb1', 'UUID=7'),
    commands: ['umount -- /data', 'mount -- /data'],
  },
  {
    what: 'is not mounted at boot',
    fstab: ROOT,
    given: { ...data, atboot: false },
    after: ROOT + DATA.replace('defaults', 'noauto'),
    commands: [],
  },
];

describe('mount', () => {
  for (const { what, fstab, mounted = [], given, after, commands } of cases) {
    it(`${what}, and has nothing to do afterwards`, async () => {
      const host = machine(fstab, mounted);
      const apply = () => converge(host, (site) => void new Mount(site, '/data/', given));
      expect((await apply()).summary).to.include({ changed: 1 });
      expect(String((await host.files.read(['/etc/fstab']))[0])).to.equal(after);
      expect(host.commands.map(({ argv }) => argv.join(' '))).to.deep.equal(commands);
      expect((await apply()).resources).to.deep.equal([]);
    });
  }

  it('is remounted when it is notified, and only if it is mounted', async () => {
    const host = machine(ROOT + DATA + DATA.replace('/data', '/off'), ['/data']);
    host.install('/bin/true', () => '');
    await converge(host, (site) => {
      const mounts = [new Mount(site, '/data', { ...data }), new Mount(site, '/off', { ...data })];
      new Exec(site, '/bin/true', { notify: mounts });
    });
    expect(host.commands.map(({ argv }) => argv.join(' '))).to.deep.equal([
      '/bin/true',
      'mount -o remount -- /data',
    ]);
  });

  it('reports the output of mount on failure, and restores the table', async () => {
    const host = machine(ROOT, []);
    host.install('mount', () => ({
      status: 32,
      stderr: 'mount: /data: special device /dev/sdb1 does not exist.\n',
    }));
    const apply = () =>
      converge(host, (site) => void new Mount(site, '/data', { ...data, ensure: 'mounted' }));
    const point = "/data does not exist: declare File[/data] with ensure: 'directory'";
    expect((await apply()).resources[0]?.reason)
      .to.include('mount ended with status 32')
      .and.include('special device /dev/sdb1 does not exist')
      .and.include(point);
    await host.files.makeDirectory('/data');
    expect((await apply()).resources[0]?.reason)
      .to.include('mount ended with status 32')
      .and.not.include(point);
    expect(String((await host.files.read(['/etc/fstab']))[0])).to.equal(ROOT);
  });

  it('is given its options again as the bind mount that it is, and never as the whole file system', async () => {
    const bind = { device: '/srv/images', fstype: 'none' };
    const line = '/srv/images\t/data\tnone\tbind\t0\t0\n';
    const host = machine(ROOT + line, ['/data']);
    host.install('/bin/true', () => '');
    const apply = (given: Attributes) =>
      converge(host, (site) => {
        const mount = new Mount(site, '/data', { ...bind, ensure: 'mounted', ...given });
        new Exec(site, '/bin/true', { notify: mount });
      });
    await apply({ options: 'ro,bind' });
    // Without options in the manifest those of the table count.
    await apply({});
    const remounts = host.commands
      .map(({ argv }) => argv.join(' '))
      .filter((command) => command.startsWith('mount'));
    expect(remounts).to.deep.equal([
      'mount -o remount,bind,ro -- /data',
      'mount -o remount,bind,ro -- /data',
    ]);
  });

  it('identifies swap space by its device', async () => {
    const swap = (device: string) => `${device}\tnone\tswap\tsw\t0\t0\n`;
    const host = machine(ROOT + swap('/dev/sdb1') + swap('/dev/sdc1'), []);
    const apply = () =>
      converge(host, (site) => {
        new Mount(site, 'old', { name: 'none', device: '/dev/sdb1', ensure: 'absent' });
        new Mount(site, '/dev/sdd1', { device: '/dev/sdd1', fstype: 'swap', options: 'sw' });
      });
    expect((await apply()).summary).to.include({ changed: 2 });
    expect(String((await host.files.read(['/etc/fstab']))[0])).to.equal(
      ROOT + swap('/dev/sdc1') + swap('/dev/sdd1'),
    );
    expect((await apply()).resources).to.deep.equal([]);
  });

  it('uses device and type of the table by default, and fails if the entry does not exist', async () => {
    const host = machine(ROOT + DATA, []);
    const apply = (title: string) =>
      converge(host, (site) => void new Mount(site, title, { ensure: 'mounted' }));
    expect((await apply('/data')).summary).to.include({ changed: 1 });
    expect((await apply('/other')).resources[0]?.reason).to.equal(
      '/etc/fstab has no entry for /other yet: set device',
    );
  });

  it('reloads systemd once if it runs and the table has changed', async () => {
    const host = machine(ROOT, []);
    host.files.put('/run/systemd/system/x', '');
    host.install('systemctl', () => '');
    const apply = () =>
      converge(host, (site) => {
        new Mount(site, '/data', data);
        new Mount(site, '/more', { ...data, device: '/dev/sdc1' });
      });
    await apply();
    await apply();
    expect(host.commands.map(({ argv }) => argv.join(' '))).to.deep.equal(['systemctl daemon-reload']);
  });

  it('warns if systemd cannot be reloaded', async () => {
    const host = machine(ROOT, []);
    host.files.put('/run/systemd/system/x', '');
    host.install('systemctl', () => ({ status: 1, stderr: 'Access denied' }));
    const events: RunEvent[] = [];
    const listener = (event: RunEvent) => events.push(event);
    const report = await converge(host, (site) => void new Mount(site, '/data', data), { listener });
    expect(report.summary).to.include({ changed: 1, failed: 0 });
    const said = events.flatMap((event) => (event.type === 'warning' ? event.diagnostic.message : []));
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.match(
      /^Mount\[\/data\]: systemd has not read the changed \/etc\/fstab: .*Access denied/s,
    );
  });

  for (const code of ['EACCES', 'EPERM', 'EIO']) {
    it(`is not purged where the table cannot be read (${code}), and the run says so`, async () => {
      const host = machine(ROOT + DATA, []);
      host.files.faults.add('/etc/fstab', code, 'read');
      const run = (mode: 'plan' | 'apply') =>
        converge(host, (site) => void new Resources(site, 'mount', { purge: true }), {
          mode,
          types: new Map([['mount', Mount.definition as never]]),
        });
      const [planned] = (await run('plan')).resources;
      expect(planned?.outcome).to.equal(code === 'EIO' ? 'failed' : 'may');
      expect(planned?.reason).to.include('/etc/fstab');
      const [applied] = (await run('apply')).resources;
      expect(applied?.outcome).to.equal('failed');
      expect(applied?.reason).to.include('/etc/fstab');
    });
  }

  it('comes after the mounts above it', async () => {
    const host = machine(ROOT, []);
    await converge(host, (site) => {
      new Mount(site, '/data/images', { ...data, ensure: 'mounted' });
      new Mount(site, '/data', { ...data, ensure: 'mounted' });
    });
    expect(host.commands.map(({ argv }) => argv.at(-1))).to.deep.equal(['/data', '/data/images']);
  });

  const refused: readonly [string, Attributes, RegExp][] = [
    ['none', { ensure: 'absent' }, /swap space is identified by its device/],
    ['swap', { device: '/dev/sdb2', fstype: 'swap', ensure: 'mounted' }, /swap space is not mounted/],
    ['/data', { ...data, options: 'a b' }, /options must be/],
    ['data', data, /name must be an absolute path/],
  ];
  for (const [title, given, message] of refused) {
    it(`refuses ${title} with ${JSON.stringify(given)}`, async () => {
      expect(await errorsOf((site) => void new Mount(site, title, given))).to.match(message);
    });
  }
});
