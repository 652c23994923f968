import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import type { Told } from '../lab/outcome.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** How often each is tried: a lost edit is a matter of microseconds. */
const ROUNDS = 10;

/** Resources of one kind and round, by title. */
const each = (count: number, make: (number: number) => readonly [string, object]) =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => make(number)));

/** What edits one file at once, and what of a round must then be in it. */
interface Shared {
  readonly resources: (round: number) => Resources;
  readonly file: string;
  readonly lines: (round: number) => readonly RegExp[];
}

const cases: Readonly<Record<string, Shared>> = {
  'host and file_line in /etc/hosts': {
    resources: (round) => ({
      host: each(4, (n) => [`h${n}.round${round}.example.org`, { ip: `10.1.${round}.${n}` }]),
      file_line: each(4, (n) => [
        `l${n}`,
        { path: '/etc/hosts', line: `10.2.${round}.${n} l${n}.r${round}` },
      ]),
    }),
    file: '/etc/hosts',
    lines: (round) => [new RegExp(`^10\\.1\\.${round}\\.`), new RegExp(`^10\\.2\\.${round}\\.`)],
  },
  'mount and file_line in /etc/fstab': {
    resources: (round) => ({
      mount: each(4, (n) => [`/mnt/m${n}r${round}`, { ensure: 'present', device: 'tmpfs', fstype: 'tmpfs' }]),
      file_line: each(4, (n) => [
        `l${n}`,
        { path: '/etc/fstab', line: `tmpfs /mnt/l${n}r${round} tmpfs noauto 0 0` },
      ]),
    }),
    file: '/etc/fstab',
    lines: (round) => [new RegExp(`/mnt/m\\dr${round}\\s`), new RegExp(`/mnt/l\\dr${round}\\s`)],
  },
  'user and file_line in /etc/passwd': {
    resources: (round) => ({
      user: each(4, (n) => [`u${n}r${round}`, {}]),
      file_line: each(4, (n) => [
        `l${n}`,
        { path: '/etc/passwd', line: `l${n}r${round}:x:${6000 + round * 10 + n}:100::/:/usr/sbin/nologin` },
      ]),
    }),
    file: '/etc/passwd',
    lines: (round) => [new RegExp(`^u\\dr${round}:`), new RegExp(`^l\\dr${round}:`)],
  },
  'user and file_line in /etc/group': {
    resources: (round) => ({
      user: each(4, (n) => [`v${n}r${round}`, {}]),
      file_line: each(4, (n) => [
        `l${n}`,
        { path: '/etc/group', line: `k${n}r${round}:x:${7000 + round * 10 + n}:` },
      ]),
    }),
    file: '/etc/group',
    lines: (round) => [new RegExp(`^v\\dr${round}:`), new RegExp(`^k\\dr${round}:`)],
  },
  'user and file_line in /etc/subuid': {
    resources: (round) => ({
      user: each(4, (n) => [`w${n}r${round}`, {}]),
      file_line: each(4, (n) => [
        `l${n}`,
        { path: '/etc/subuid', line: `s${n}r${round}:${10_000_000 + (round * 10 + n) * 65536}:65536` },
      ]),
    }),
    file: '/etc/subuid',
    lines: (round) => [new RegExp(`^w\\dr${round}:`), new RegExp(`^s\\dr${round}:`)],
  },
  'settings of one file under /lib and under /usr/lib': {
    resources: (round) => ({
      ini_setting: {
        ...each(4, (n) => [
          `a${n}`,
          { path: '/lib/sysctl.d/glance.conf', setting: `a.r${round}.n${n}`, value: '1' },
        ]),
        ...each(4, (n) => [
          `b${n}`,
          { path: '/usr/lib/sysctl.d/glance.conf', setting: `b.r${round}.n${n}`, value: '1' },
        ]),
      },
    }),
    file: '/usr/lib/sysctl.d/glance.conf',
    lines: (round) => [new RegExp(`^a\\.r${round}\\.`), new RegExp(`^b\\.r${round}\\.`)],
  },
};

describe('a file of the system that several resources edit at once', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['sh', '-c', 'touch /etc/hosts /etc/fstab /etc/subuid /etc/subgid']);
  });
  after(() => host?.stop());

  const apply = async (resources: Resources): Promise<Told> => {
    return runResources(host, resources);
  };

  for (const [what, { resources, file, lines }] of Object.entries(cases)) {
    it(`has all edits of ${what} after one run, and a second changes nothing`, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const first = await apply(resources(round));
        expect(first.of('failed'), JSON.stringify(first.resources)).to.deep.equal([]);
        expect(first.summary.changed).to.equal(8);
        const text = (await host.must(['cat', file])).split('\n');
        for (const line of lines(round)) {
          expect(
            text.filter((one) => line.test(one)),
            `${line} in round ${round}`,
          ).to.have.length(4);
        }
        expect((await apply(resources(round))).resources).to.deep.equal([]);
      }
      // Every earlier round is there still.
      const text = (await host.must(['cat', file])).split('\n');
      for (const line of lines(0)) expect(text.filter((one) => line.test(one))).to.have.length(4);
    });
  }

  it('loses nothing to accounts that somebody else makes meanwhile, nor they to it', async () => {
    // Each name of the file is edited by itself, so that a run edits it often.
    await host.must(['sh', '-c', 'for i in $(seq 0 19); do ln -s /etc/passwd /root/passwd$i; done']);
    const script =
      'for i in $(seq 200); do until useradd -M x$i 2>/dev/null; do sleep 0.01; done; done; touch /root/done';
    const somebody = host.must(['sh', '-c', script]);
    const names: string[] = [];
    while ((await host.run(['test', '-e', '/root/done'])).status !== 0) {
      const start = names.length;
      const file_line = each(20, (n) => {
        names.push(`y${start + n}`);
        const line = `y${start + n}:x:${8000 + start + n}:100::/:/usr/sbin/nologin`;
        return [`l${n}`, { path: `/root/passwd${n}`, line }];
      });
      const told = await apply({ file_line });
      expect(told.of('failed'), JSON.stringify(told.resources)).to.deep.equal([]);
    }
    await somebody;
    const found = (await host.must(['cut', '-d:', '-f1', '/etc/passwd'])).split('\n');
    expect(found).to.include.members([...names, ...Array.from({ length: 200 }, (_, n) => `x${n + 1}`)]);
    expect(await host.must(['sh', '-c', 'ls /etc | grep "[.]lock$" || true'])).to.equal('');
  });

  it('keeps the members of a group that a user and a line give it at once', async () => {
    await host.must(['groupadd', 'shared']);
    const first = await apply({
      user: { member: { groups: ['shared'] }, other: {} },
      group: { shared: { members: ['daemon'] } },
    });
    expect(first.of('failed')).to.deep.equal([]);
    const members = (await host.must(['getent', 'group', 'shared']))
      .trim()
      .split(':')
      .at(-1)
      ?.split(',')
      .sort();
    expect(members).to.deep.equal(['daemon', 'member']);
  });
});
