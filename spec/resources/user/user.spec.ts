import { expect } from 'chai';
import type { AttributesOf, Scope } from '../../../src/catalog/index.js';
import type { RunOptions } from '../../../src/engine/run-options.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { Exec } from '../../../src/resources/exec/exec.js';
import { File } from '../../../src/resources/file/file.js';
import { Group } from '../../../src/resources/group/group.js';
import { SshAuthorizedKey } from '../../../src/resources/ssh-authorized-key/ssh-authorized-key.js';
import { User } from '../../../src/resources/user/user.js';
import { reveal } from '../../../src/secrets/secret.js';
import { converge, errorsOf, only } from '../converge.js';

type UserAttributes = AttributesOf<typeof User.definition.attributes>;
type GroupAttributes = AttributesOf<typeof Group.definition.attributes>;

const FILES = {
  '/etc/passwd': [
    'root:x:0:0:root:/root:/bin/bash',
    'glance:x:64:64:Glance:/var/lib/glance:/usr/sbin/nologin',
    ...['a', 'b', 'nova', 'cinder'].map((name, at) => `${name}:x:${70 + at}:64::/:/usr/sbin/nologin`),
    '',
  ].join('\n'),
  '/etc/group': 'root:x:0:\nglance:x:64:\nceph:x:167:glance,cinder\nadm:x:4:glance\nalone:x:500:\n',
  '/etc/shadow': 'root:*:19000::::::\nglance:$6$old:19000:1:90:7::20088:\n',
};

/** Every tool succeeds and changes nothing: what is compared is what they are told. */
function machine(): SimulatedHost {
  const tools = [
    'useradd',
    'usermod',
    'userdel',
    'chpasswd',
    'chage',
    'groupadd',
    'groupmod',
    'groupdel',
    'gpasswd',
  ];
  const host = new SimulatedHost({
    files: FILES,
    programs: Object.fromEntries(tools.map((tool) => [tool, () => ''])),
  });
  host.files.put('/bin/sh', '', { mode: 0o755 });
  host.files.put('/bin/text', '', { mode: 0o644 });
  return host;
}

async function told(body: (site: Scope) => void, options: RunOptions = {}): Promise<string[]> {
  const host = machine();
  await converge(host, body, options);
  return host.commands.map(({ argv, input }) =>
    [...argv, ...(input ? [`< ${reveal(input)}`] : [])].join(' ').trim(),
  );
}

const users: readonly [what: string, title: string, given: UserAttributes, commands: readonly string[]][] = [
  [
    'makes an account',
    'new',
    {
      uid: 900,
      gid: 'alone',
      groups: ['ceph', 'adm'],
      home: '/srv/new',
      shell: '/bin/sh',
      comment: 'A b',
      managehome: true,
    },
    ['useradd -u 900 -g alone -G adm,ceph -c A b -d /srv/new -s /bin/sh -m -- new'],
  ],
  ['makes a system account without a home', 'new', { system: true }, ['useradd -M -r -- new']],
  ['takes the group of the same name that is there already', 'alone', {}, ['useradd -g alone -M -- alone']],
  [
    'sets the hash of a password through standard input',
    'new',
    { password: '$6$salt$hash' },
    ['useradd -M -- new', 'chpasswd -e < new:$6$salt$hash'],
  ],
  [
    'shares a number where that is allowed',
    'new',
    { uid: 64, allowdupe: true },
    ['useradd -u 64 -o -M -- new'],
  ],
  [
    'sets ages and the end of a new account',
    'new',
    { password_min_age: 1, password_max_age: 60, password_warn_days: 3, expiry: '2030-01-31' },
    ['useradd -M -- new', 'chage -E 2030-01-31 -m 1 -M 60 -W 3 -- new'],
  ],
  [
    'changes all that differs in one call',
    'glance',
    { uid: 65, shell: '/bin/sh' },
    ['usermod -u 65 -s /bin/sh -- glance'],
  ],
  [
    'adds groups to those that are there',
    'glance',
    { groups: ['ceph', 'alone'] },
    ['usermod -G adm,alone,ceph -- glance'],
  ],
  [
    'takes other groups away where the list is all',
    'glance',
    { groups: ['ceph'], membership: 'inclusive' },
    ['usermod -G ceph -- glance'],
  ],
  [
    'moves a home that it manages',
    'glance',
    { home: '/srv/glance', managehome: true },
    ['usermod -d /srv/glance -m -- glance'],
  ],
  ['changes a password', 'glance', { password: '$6$new' }, ['chpasswd -e < glance:$6$new']],
  ['lets an account live for ever', 'glance', { expiry: 'absent' }, ['chage -E -1 -- glance']],
  [
    'removes an account with its home',
    'glance',
    { ensure: 'absent', managehome: true },
    ['userdel -r -- glance'],
  ],
  ['removes an account and leaves its home', 'glance', { ensure: 'absent', uid: 5 }, ['userdel -- glance']],
  [
    'leaves alone what is in sync',
    'glance',
    {
      uid: 64,
      gid: 'glance',
      groups: 'ceph',
      comment: 'Glance',
      home: '/var/lib/glance',
      shell: '/usr/sbin/nologin',
      password: '$6$old',
      password_min_age: 1,
      password_max_age: 90,
      password_warn_days: 7,
      expiry: '2024-12-31',
    },
    [],
  ],
  [
    'leaves days alone that are not limited',
    'root',
    { password_min_age: -1, password_max_age: -1, password_warn_days: -1 },
    [],
  ],
  ['takes a group by number', 'glance', { gid: 64 } as unknown as UserAttributes, []],
  ['leaves alone what is gone', 'nobody-there', { ensure: 'absent' }, []],
];

const groups: readonly [what: string, title: string, given: GroupAttributes, commands: readonly string[]][] =
  [
    ['makes a group', 'new', { gid: 900 }, ['groupadd -g 900 -- new']],
    ['makes a system group', 'new', { system: true }, ['groupadd -r -- new']],
    ['makes a group with members', 'new', { members: ['b', 'a'] }, ['groupadd -- new', 'gpasswd -M a,b new']],
    ['changes a number', 'ceph', { gid: 64, allowdupe: true }, ['groupmod -g 64 -o -- ceph']],
    [
      'adds members to those that are there',
      'ceph',
      { members: 'nova' },
      ['gpasswd -M cinder,glance,nova ceph'],
    ],
    [
      'takes other members out where the list is all',
      'ceph',
      { members: ['nova'], auth_membership: true },
      ['gpasswd -M nova ceph'],
    ],
    ['takes all members out', 'ceph', { members: [], auth_membership: true }, ['gpasswd -M  ceph']],
    ['removes a group', 'ceph', { ensure: 'absent' }, ['groupdel -- ceph']],
    ['leaves alone what is in sync', 'ceph', { gid: 167, members: ['glance'] }, []],
  ];

describe('user', () => {
  for (const [what, title, given, commands] of users) {
    it(what, async () => {
      expect(await told((site) => void new User(site, title, given))).to.deep.equal(commands);
    });
  }

  it('never shows a hash, neither the old one nor the new', async () => {
    const report = await converge(machine(), (site) => void new User(site, 'glance', { password: '$6$new' }));
    expect(only(report)?.changes).to.deep.equal([
      { property: 'password', from: '[redacted]', to: '[redacted]' },
    ]);
  });

  it('is planned without root as far as root alone need not look', async () => {
    const host = machine();
    host.files.faults.add('/etc/shadow', 'EACCES', 'read');
    const report = await converge(
      host,
      (site) => {
        new User(site, 'glance', { password: '$6$new' });
        new User(site, 'new', { password: '$6$new' });
        new User(site, 'root', { uid: 0 });
      },
      { mode: 'plan' },
    );
    expect(report.resources.map(({ title, outcome }) => [title, outcome])).to.have.deep.members([
      ['glance', 'may'],
      ['new', 'will'],
    ]);
  });

  it('comes after its groups', async () => {
    const commands = await told((site) => {
      new User(site, 'new', { gid: 'own', groups: 'more' });
      new Group(site, 'more');
      new Group(site, 'own');
    });
    expect(commands.at(-1)).to.match(/^useradd/);
  });

  it('comes after the group with its gid in the catalog', async () => {
    const commands = await told((site) => {
      new User(site, 'new', { gid: '900' });
      new Group(site, 'staff', { gid: 900 });
    });
    expect(commands).to.deep.equal(['groupadd -g 900 -- staff', 'useradd -g 900 -M -- new']);
  });

  for (const [shell, message] of [
    ['/bin/zsh', 'the shell /bin/zsh does not exist'],
    ['/bin/text', 'the shell /bin/text is not an executable file'],
  ] as const) {
    it(`gets no shell ${shell}, as a plan foretells`, async () => {
      for (const mode of ['plan', 'apply'] as const) {
        const host = machine();
        const report = await converge(host, (site) => void new User(site, 'new', { shell }), { mode });
        expect(only(report)?.outcome, mode).to.equal('failed');
        expect(only(report)?.reason, mode).to.include(message);
        expect(host.commands, mode).to.deep.equal([]);
      }
    });
  }

  for (const [what, title, given] of [
    ['a new account', 'new', { groups: ['adm', 'nosuch'] }],
    ['an account', 'glance', { groups: ['nosuch'] }],
    ['an account of that', 'new', { gid: 'nosuch' }],
  ] as const) {
    it(`is not begun as ${what} in a group that does not exist, as a plan foretells`, async () => {
      for (const mode of ['plan', 'apply'] as const) {
        const host = machine();
        const body = (site: Scope) => void new User(site, title, { ...given } as UserAttributes);
        const report = await converge(host, body, { mode });
        expect(only(report)?.outcome, mode).to.equal('failed');
        expect(only(report)?.reason, mode).to.match(/the group 'nosuch' does not exist\n.*Group\[nosuch\]/);
        expect(host.commands, mode).to.deep.equal([]);
      }
    });
  }

  it('is planned with a shell that another resource provides, and keeps one that was removed', async () => {
    const body = (site: Scope) => {
      new File(site, '/bin/fish', { mode: '0755', content: '' });
      new Exec(site, '/bin/true', { before: [User.ref('new'), User.ref('glance')] });
      new User(site, 'new', { shell: '/bin/zsh' });
      new User(site, 'glance', { shell: '/bin/zsh' });
      new User(site, 'root', { shell: '/bin/bash' });
      new User(site, 'fisher', { shell: '/bin/fish' });
    };
    const plan = await converge(machine(), body, { mode: 'plan' });
    expect(plan.resources.map(({ title, outcome }) => [title, outcome])).to.have.deep.members([
      ['/bin/fish', 'will'],
      ['/bin/true', 'will'],
      ['fisher', 'will'],
      ['new', 'may'],
      ['glance', 'may'],
    ]);
  });

  it('loses the keys that the catalog does not know, and a plan names them', async () => {
    const key = { type: 'ssh-rsa', key: 'AAAA' } as const;
    const shown: unknown[] = [];
    const purged = async (purge_ssh_keys: boolean | string | string[]) => {
      const host = machine();
      const keys = 'ssh-rsa AAAA mine\nssh-rsa BBBB stray\nssh-rsa CCCC\nssh-rsa DDDD of-root\n';
      host.files.put('/var/lib/glance/.ssh/authorized_keys', keys);
      host.files.put('/var/lib/glance/more', keys);
      host.files.put('/etc/keys', keys);
      const report = await converge(
        host,
        (site) => {
          new User(site, 'glance', { purge_ssh_keys });
          new SshAuthorizedKey(site, 'mine', { user: 'glance', ...key });
          new SshAuthorizedKey(site, 'of-root', { user: 'root', ...key });
        },
        { mode: 'plan' },
      );
      const change = report.resources.find(({ title }) => title === 'glance')?.changes[0];
      if (change !== undefined) shown.push(change.to);
      return change?.from;
    };
    const usual = '/var/lib/glance/.ssh/authorized_keys';
    expect(await purged(true)).to.deep.equal([
      `${usual}:unnamed-1`,
      `of-root in ${usual}`,
      `stray in ${usual}`,
    ]);
    expect(await purged(['%h/more', '/etc/keys'])).to.have.length(8);
    expect(await purged('~/more')).to.include('mine in /var/lib/glance/more');
    expect(await purged(false)).to.equal(undefined);
    expect(shown).to.deep.equal([[], [], []]);
  });

  for (const code of ['EACCES', 'EPERM']) {
    it(`may lose keys where a plan may not look at them (${code})`, async () => {
      const host = machine();
      const path = '/var/lib/glance/.ssh/authorized_keys';
      host.files.put(path, 'ssh-rsa AAAA stray\n');
      host.files.faults.add(path, code, 'read');
      const declare = (site: Scope) => void new User(site, 'glance', { purge_ssh_keys: true });
      const [planned] = (await converge(host, declare, { mode: 'plan' })).resources;
      expect(planned?.outcome).to.equal('may');
      expect(planned?.reason).to.include(path);
    });
  }

  it('goes before the group that was its own', async () => {
    const commands = await told((site) => {
      new Group(site, 'glance', { ensure: 'absent' });
      new User(site, 'glance', { ensure: 'absent' });
    });
    expect(commands).to.deep.equal(['userdel -- glance', 'groupdel -- glance']);
  });

  it('reports the output of useradd on failure', async () => {
    const host = machine();
    host.install('useradd', () => ({ status: 4, stderr: 'useradd: UID 64 is not unique\n' }));
    const report = await converge(host, (site) => void new User(site, 'new', { uid: 64 }));
    expect(only(report)?.reason).to.equal('useradd ended with status 4: useradd: UID 64 is not unique');
  });

  const refused: readonly [string, UserAttributes, RegExp][] = [
    ['a:b', {}, /name must be an account name/],
    ['-x', {}, /name must be an account name/],
    ['a', { comment: 'x:y' }, /comment must be a string without ':'/],
    ['a', { home: 'relative' }, /home must be an absolute path/],
    ['a', { password: 'a\nroot:x' }, /password must be .*, not \[redacted\]/],
    ['a', { password: 'open sesame' }, /password must be a password's hash as crypt\(5\) describes it/],
    ['a', { expiry: 'tomorrow' }, /expiry must be/],
    ['a', { groups: ['adm', '4'] }, /groups must be .*the name of a group, not a number/],
    ['a', { groups: ['adm,ceph'] }, /groups must be/],
    ['a', { groups: [''] }, /groups must be/],
    ['a', { purge_ssh_keys: 'keys' }, /purge_ssh_keys must be/],
    ['a', { roles: ['x'] } as UserAttributes, /roles is for Solaris and would have no effect here/],
    ['a', { ia_load_module: 'files' } as UserAttributes, /ia_load_module is for AIX/],
  ];
  for (const [title, given, message] of refused) {
    it(`refuses ${title} with ${JSON.stringify(given)}`, async () => {
      expect(await errorsOf((site) => void new User(site, title, given))).to.match(message);
    });
  }
});

describe('group', () => {
  for (const [what, title, given, commands] of groups) {
    it(what, async () => {
      expect(await told((site) => void new Group(site, title, given))).to.deep.equal(commands);
    });
  }

  for (const members of [['glance', 'nosuch'], ['nosuch']]) {
    it(`is not begun with members ${members} where one does not exist, as a plan foretells`, async () => {
      for (const title of ['new', 'ceph']) {
        for (const mode of ['plan', 'apply'] as const) {
          const host = machine();
          const report = await converge(host, (site) => void new Group(site, title, { members }), { mode });
          expect(only(report)?.outcome, mode).to.equal('failed');
          expect(only(report)?.reason, mode).to.match(/the member 'nosuch' does not exist\n.*User\[nosuch\]/);
          expect(host.commands, mode).to.deep.equal([]);
        }
      }
    });
  }

  it('is planned with members that the catalog makes, or something before it may', async () => {
    const body = (site: Scope) => {
      new User(site, 'ada', { gid: 'adm' });
      new Group(site, 'ours', { members: ['ada'] });
      new Exec(site, '/bin/true', { before: Group.ref('staff') });
      new Group(site, 'staff', { members: ['nosuch'] });
    };
    const plan = await converge(machine(), body, { mode: 'plan' });
    expect(Object.fromEntries(plan.resources.map(({ title, outcome }) => [title, outcome]))).to.deep.equal({
      ada: 'will',
      ours: 'will',
      '/bin/true': 'will',
      staff: 'may',
    });
  });

  it('comes after its members, but for those whose own group it is', async () => {
    const commands = await told((site) => {
      new Group(site, 'staff', { members: ['ada', 'eve'] });
      new User(site, 'ada', { gid: 'adm' });
      new User(site, 'eve', { gid: 'staff' });
    });
    expect(commands).to.deep.equal([
      'useradd -g adm -M -- ada',
      'groupadd -- staff',
      'gpasswd -M ada,eve staff',
      'useradd -g staff -M -- eve',
    ]);
  });

  it('refuses attributes for other systems', async () => {
    const given = { ia_load_module: 'files' } as GroupAttributes;
    expect(await errorsOf((site) => void new Group(site, 'a', given))).to.match(/ia_load_module is for AIX/);
  });
});
