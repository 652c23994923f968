import { Exec, Mount, type Scope } from 'glance-apply';
import type { PeerCases, Premises } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const acceptance = 'mount_core spec/acceptance/tests';
const type = 'mount_core spec/unit/type/mount_spec.rb';
const parsed = 'mount_core spec/unit/provider/mount/parsed_spec.rb';
const provider = 'mount_core spec/unit/provider/mount_spec.rb';

type Given = ConstructorParameters<typeof Mount>[2];

/** A tmpfs at `$DIR/mnt`, in the host's own table. */
const tmpfs =
  (given: Given) =>
  (site: Scope, { dir }: Premises) =>
    void new Mount(site, `${dir}/mnt`, { device: 'tmpfs', fstype: 'tmpfs', ...given });

/** A line of a table in the case's own directory, which nothing is mounted by. */
const line =
  (given: Given, name = '/mnt/peer') =>
  (site: Scope, { dir }: Premises) =>
    void new Mount(site, name, { ensure: 'defined', target: `${dir}/fstab`, ...given });

const disk: Given = { device: '/dev/sdx1', fstype: 'ext4' };
const table = (text: string) => `printf '${text}' > fstab`;
const inTable = (options = 'defaults', device = 'tmpfs') =>
  `mkdir mnt; printf '%s\\t%s\\ttmpfs\\t%s\\t0\\t0\\n' ${device} "$DIR/mnt" ${options} >> /etc/fstab`;
const mounted = (options = 'defaults') => `${inTable(options)}; mount "$DIR/mnt"`;
const isMounted = 'findmnt -n "$DIR/mnt"';
const isNotMounted = 'if findmnt -n "$DIR/mnt"; then exit 1; fi';
const isListed = 'grep "$DIR/mnt" /etc/fstab';
const isNotListed = 'if grep "$DIR/mnt" /etc/fstab; then exit 1; fi';

export const peers: PeerCases = {
  cleanup: `
    umount "$DIR/mnt" || true; umount "$DIR/mnt" || true; umount "$DIR/with blank" || true
    touch /etc/fstab; sed -i "\\\\|$DIR/|d" /etc/fstab; systemctl daemon-reload`,
  cases: {
    'defines a file system without mounting it': {
      source: `${acceptance}/defined_spec.rb`,
      prepare: 'mkdir mnt',
      manifest: tmpfs({ ensure: 'defined' }),
      verify: `${isListed}; ${isNotMounted}`,
    },
    'takes present for defined': {
      source: type,
      prepare: 'mkdir mnt',
      manifest: tmpfs({ ensure: 'present' }),
      verify: `${isListed}; ${isNotMounted}`,
    },
    'mounts a file system that is not in the table': {
      source: `${acceptance}/mounted_spec.rb`,
      prepare: 'mkdir mnt',
      manifest: tmpfs({ ensure: 'mounted' }),
      verify: `${isListed}; ${isMounted}`,
    },
    'mounts a file system that is in the table': {
      source: `${acceptance}/mounted_spec.rb`,
      prepare: inTable(),
      manifest: tmpfs({ ensure: 'mounted' }),
      verify: `${isMounted}; test "$(grep -c "$DIR/mnt" /etc/fstab)" = 1`,
    },
    'leaves a mounted file system alone': {
      source: `${acceptance}/mounted_spec.rb`,
      prepare: mounted(),
      manifest: tmpfs({ ensure: 'mounted' }),
      inSync: true,
      verify: isMounted,
    },
    'leaves what is defined mounted': {
      source: type,
      prepare: mounted(),
      manifest: tmpfs({ ensure: 'defined' }),
      inSync: true,
      verify: isMounted,
    },
    'unmounts a file system and keeps its line': {
      source: `${acceptance}/unmounted_spec.rb`,
      prepare: mounted(),
      manifest: tmpfs({ ensure: 'unmounted' }),
      verify: `${isNotMounted}; ${isListed}`,
    },
    'writes the line of what is to be unmounted': {
      source: type,
      prepare: 'mkdir mnt',
      manifest: tmpfs({ ensure: 'unmounted' }),
      verify: `${isNotMounted}; ${isListed}`,
    },
    'unmounts and removes a file system': {
      source: `${acceptance}/destroy_spec.rb`,
      prepare: mounted(),
      manifest: tmpfs({ ensure: 'absent' }),
      verify: `${isNotMounted}; ${isNotListed}`,
    },
    'removes the line of what is not mounted': {
      source: `${acceptance}/destroy_spec.rb`,
      prepare: inTable(),
      manifest: (site, { dir }) => void new Mount(site, `${dir}/mnt`, { ensure: 'absent' }),
      verify: isNotListed,
    },
    'unmounts what is mounted and in no table': {
      source: `${type} (ghost)`,
      prepare: 'mkdir mnt; mount -t tmpfs tmpfs mnt',
      manifest: tmpfs({ ensure: 'absent' }),
      verify: isNotMounted,
    },
    'writes the line of what was mounted by hand': {
      source: `${type} (ghost)`,
      prepare: 'mkdir mnt; mount -t tmpfs tmpfs mnt; touch mnt/kept',
      manifest: tmpfs({ ensure: 'mounted' }),
      verify: `${isListed}; test -e mnt/kept`,
    },
    'gives new options to what is mounted': {
      source: `${acceptance}/modify_spec.rb`,
      prepare: `${mounted()}; touch mnt/kept`,
      manifest: tmpfs({ ensure: 'mounted', options: 'ro' }),
      verify: 'findmnt -n -O ro "$DIR/mnt"; test -e mnt/kept; grep "$DIR/mnt.*ro" /etc/fstab',
    },
    'mounts anew for new options where it cannot remount': {
      source: provider,
      prepare: `${mounted()}; touch mnt/gone`,
      manifest: tmpfs({ ensure: 'mounted', options: 'noexec', remounts: false }),
      verify: 'findmnt -n -O noexec "$DIR/mnt"; if test -e mnt/gone; then exit 1; fi',
    },
    'changes the options of what is only defined': {
      source: `${acceptance}/modify_spec.rb`,
      prepare: inTable(),
      manifest: tmpfs({ ensure: 'defined', options: 'noexec' }),
      verify: `grep "$DIR/mnt.*noexec" /etc/fstab; ${isNotMounted}`,
    },
    'mounts anew from another device': {
      source: type,
      prepare: mounted('defaults'),
      manifest: tmpfs({ ensure: 'mounted', device: 'another' }),
      verify: 'test "$(findmnt -n -o SOURCE "$DIR/mnt")" = another; grep "^another" /etc/fstab',
      puppet: { differs: '0034' },
    },
    'remounts what is refreshed': {
      source: type,
      prepare: `${mounted()}; mount -o remount,ro "$DIR/mnt"`,
      manifest: (site, { dir }) => {
        const change = new Exec(site, 'change', { command: `/bin/touch ${dir}/x`, creates: `${dir}/x` });
        new Mount(site, `${dir}/mnt`, {
          ensure: 'mounted',
          device: 'tmpfs',
          fstype: 'tmpfs',
          subscribe: change,
        });
      },
      verify: 'findmnt -n -O rw "$DIR/mnt"',
    },
    'mounts a part of a file system elsewhere': {
      source: 'mount(8), bind mounts',
      prepare: 'mkdir mnt source; touch source/there',
      manifest: (site, { dir }) =>
        void new Mount(site, `${dir}/mnt`, {
          ensure: 'mounted',
          device: `${dir}/source`,
          fstype: 'none',
          options: 'bind',
        }),
      verify: 'test -e mnt/there',
    },
    'writes every field of a line': {
      source: `${acceptance}/create_spec.rb`,
      manifest: line({ ...disk, options: 'noatime,ro', dump: 1, pass: 2 }),
      files: { fstab: '/dev/sdx1\t/mnt/peer\text4\tnoatime,ro\t1\t2\n' },
    },
    'fills in what is not said': {
      source: `${acceptance}/create_spec.rb`,
      manifest: line(disk),
      files: { fstab: '/dev/sdx1\t/mnt/peer\text4\tdefaults\t0\t0\n' },
    },
    'leaves a line alone however it is spaced': {
      source: parsed,
      prepare: table('/dev/sdx1   /mnt/peer ext4 defaults  0 0\\n'),
      manifest: line(disk),
      inSync: true,
      files: { fstab: '/dev/sdx1   /mnt/peer ext4 defaults  0 0\n' },
    },
    'takes a short line for one with the usual numbers': {
      source: parsed,
      prepare: table('/dev/sdx1 /mnt/peer ext4 defaults\\n'),
      manifest: line(disk),
      inSync: true,
      puppet: { differs: '0034' },
    },
    'keeps comments, blank lines and other lines': {
      source: parsed,
      prepare: table('# a comment\\n\\n/dev/sdy /other ext4 defaults 0 1\\n# the end\\n'),
      manifest: line(disk),
      files: {
        fstab:
          '# a comment\n\n/dev/sdy /other ext4 defaults 0 1\n# the end\n/dev/sdx1\t/mnt/peer\text4\tdefaults\t0\t0\n',
      },
      puppet: { differs: '0034' },
    },
    'changes a line in its place': {
      source: parsed,
      prepare: table(
        '/dev/a /a ext4 defaults 0 0\\n/dev/sdx1 /mnt/peer ext4 ro 0 0\\n/dev/z /z ext4 defaults 0 0\\n',
      ),
      manifest: line({ ...disk, options: 'rw' }),
      files: {
        fstab:
          '/dev/a /a ext4 defaults 0 0\n/dev/sdx1\t/mnt/peer\text4\trw\t0\t0\n/dev/z /z ext4 defaults 0 0\n',
      },
      puppet: { differs: '0034' },
    },
    'changes the dump and pass numbers': {
      source: `${acceptance}/modify_spec.rb`,
      prepare: table('/dev/sdx1 /mnt/peer ext4 defaults 0 0\\n'),
      manifest: line({ ...disk, dump: 1, pass: 2 }),
      files: { fstab: '/dev/sdx1\t/mnt/peer\text4\tdefaults\t1\t2\n' },
    },
    'needs no device where the table has one': {
      source: type,
      prepare: table('/dev/sdx1 /mnt/peer ext4 defaults 0 0\\n'),
      manifest: line({ options: 'ro' }),
      files: { fstab: '/dev/sdx1\t/mnt/peer\text4\tro\t0\t0\n' },
    },
    'needs a device where the table has none': {
      source: parsed,
      manifest: line({ fstype: 'ext4' }),
      fails: /device/,
    },
    'escapes blanks in the mount point': {
      source: type,
      manifest: line(disk, '/mnt/with blank'),
      files: { fstab: '/dev/sdx1\t/mnt/with\\040blank\text4\tdefaults\t0\t0\n' },
    },
    'knows a mount point with blanks again': {
      source: type,
      prepare: table('/dev/sdx1 /mnt/with\\\\040blank ext4 defaults 0 0\\n'),
      manifest: line(disk, '/mnt/with blank'),
      inSync: true,
    },
    'mounts at a place with a blank in its name': {
      source: type,
      prepare: 'mkdir "with blank"',
      manifest: (site, { dir }) =>
        void new Mount(site, `${dir}/with blank`, { ensure: 'mounted', device: 'tmpfs', fstype: 'tmpfs' }),
      verify: 'findmnt -n "$DIR/with blank"',
    },
    'writes swap space': {
      source: parsed,
      manifest: line({ device: '/dev/sdx2', fstype: 'swap', options: 'sw' }, 'none'),
      files: { fstab: '/dev/sdx2\tnone\tswap\tsw\t0\t0\n' },
    },
    'removes one swap space of several': {
      source: parsed,
      prepare: table('/dev/sdx2 none swap sw 0 0\\n/dev/sdx3 none swap sw 0 0\\n'),
      manifest: line({ ensure: 'absent', device: '/dev/sdx2', fstype: 'swap' }, 'none'),
      files: { fstab: '/dev/sdx3 none swap sw 0 0\n' },
      puppet: { differs: '0034' },
    },
    'removes every line of a mount point': {
      source: parsed,
      prepare: table('/dev/a /mnt/peer ext4 defaults 0 0\\n/dev/b /mnt/peer ext4 defaults 0 0\\n'),
      manifest: line({ ensure: 'absent' }),
      files: { fstab: '' },
      puppet: { differs: '0034' },
    },
    'adds noauto for what is not mounted at boot': {
      source: `${type} (atboot)`,
      manifest: line({ ...disk, atboot: false }),
      files: { fstab: '/dev/sdx1\t/mnt/peer\text4\tnoauto\t0\t0\n' },
      puppet: { differs: '0034' },
    },
    'takes the slash at the end of a name away': {
      source: type,
      manifest: line(disk, '/mnt/peer/'),
      files: { fstab: '/dev/sdx1\t/mnt/peer\text4\tdefaults\t0\t0\n' },
    },
    'takes a file system by its label or identifier': {
      source: 'fstab(5)',
      manifest: line({ device: 'UUID=3e6be9de-8139-11d1-9106-a43f08d823a6', fstype: 'ext4' }),
      files: {
        fstab: 'UUID=3e6be9de-8139-11d1-9106-a43f08d823a6\t/mnt/peer\text4\tdefaults\t0\t0\n',
      },
    },
    'says why a file system cannot be mounted, and leaves no line of it': {
      source: provider,
      prepare: 'mkdir mnt',
      manifest: (site, { dir }) =>
        void new Mount(site, `${dir}/mnt`, { ensure: 'mounted', device: '/dev/none-there', fstype: 'ext4' }),
      fails: /none-there/,
      verify: isNotListed,
      puppet: { differs: '0034' },
    },
    'refuses a device that is not one line': {
      source: type,
      manifest: line({ device: '/dev/a\n/dev/b', fstype: 'ext4' }),
      refused: /device/,
    },
    'refuses options with blanks': {
      source: type,
      manifest: line({ ...disk, options: 'ro, noatime' }),
      refused: /options/,
      resources: { mount: { '/mnt/peer': { device: '/dev/sdx1', fstype: 'ext4', options: 'ro, noatime' } } },
    },
    'refuses a type with blanks': {
      source: type,
      manifest: line({ ...disk, fstype: 'ext 4' }),
      refused: /fstype/,
      resources: { mount: { '/mnt/peer': { device: '/dev/sdx1', fstype: 'ext 4' } } },
    },
  },
};
export default chosenCase(peers);
