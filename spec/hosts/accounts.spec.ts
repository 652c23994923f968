import { expect } from 'chai';
import { Accounts, readAccounts } from '../../src/hosts/accounts.js';
import type { Command } from '../../src/hosts/command.js';
import type { Host } from '../../src/hosts/host.js';

const passwd = `root:x:0:0:root:/root:/bin/bash
glance:x:64062:64062:Glance,,,:/var/lib/glance:/usr/sbin/nologin
toor:x:0:0:another root:/root:/bin/sh
1000:x:1234:1234::/home/1000:/bin/sh
broken:x
# a comment
+@netgroup
`;
const group = `root:x:0:
ceph:x:64045:glance,root
glance:x:64062:
`;

/** A host that answers `getent` with what its directory has, and keeps what it was asked. */
function directoryHost(entries: readonly string[]): Host & { readonly asked: Command[] } {
  const asked: Command[] = [];
  return {
    asked,
    name: 'directory',
    files: { read: async (paths: readonly string[]) => paths.map(() => undefined) },
    run: async (command: Command) => {
      asked.push(command);
      const desired = command.argv.slice(3);
      const found = entries.filter((line) => desired.includes(line.split(':')[0] ?? ''));
      return { status: 2, signal: null, stdout: found.join('\n'), stderr: '', timedOut: false };
    },
  } as unknown as Host & { readonly asked: Command[] };
}

describe('accounts of which a file cannot be read', () => {
  const unreadable = new Error('EIO');
  const withoutUsers = new Accounts(unreadable, group);
  const withoutGroups = new Accounts(passwd, unreadable);

  it('are still numbers, and those of the other file', () => {
    expect([withoutUsers.uid(12), withoutUsers.uid('12'), withoutUsers.user(12)]).to.deep.equal([
      12,
      12,
      '12',
    ]);
    expect([withoutGroups.gid(12), withoutGroups.gid('12'), withoutGroups.group(12)]).to.deep.equal([
      12,
      12,
      '12',
    ]);
    expect(withoutUsers.gid('ceph')).to.equal(64045);
    expect(withoutGroups.findUser('glance')?.uid).to.equal(64062);
  });

  it('fail whoever asks for more', () => {
    expect(() => withoutUsers.uid('glance')).to.throw(unreadable);
    expect(() => withoutUsers.findUser('glance')).to.throw(unreadable);
    expect(() => withoutUsers.users).to.throw(unreadable);
    expect(() => withoutGroups.gid('ceph')).to.throw(unreadable);
    expect(() => withoutGroups.findGroup(0)).to.throw(unreadable);
    expect(() => withoutGroups.groups).to.throw(unreadable);
  });

  it('are what a directory service knows all the same', async () => {
    const learning = new Accounts(unreadable, group, 'passwd: files ldap\n');
    await learning.queryServices(directoryHost(['alice:x:5000:5000::/home/alice:/bin/sh']), {
      users: ['alice'],
    });
    expect(learning.uid('alice')).to.equal(5000);
  });
});

describe('Accounts', () => {
  const accounts = new Accounts(passwd, group);

  it('finds numbers by name and names by number', () => {
    expect(accounts.uid('glance')).to.equal(64062);
    expect(accounts.gid('ceph')).to.equal(64045);
    expect(accounts.user(64062)).to.equal('glance');
    expect(accounts.group(64045)).to.equal('ceph');
  });

  it('takes a number for itself, also where it is written as text', () => {
    expect(accounts.uid(4711)).to.equal(4711);
    expect(accounts.gid('4711')).to.equal(4711);
  });

  it('takes a name that looks like a number for a name', () => {
    expect(accounts.uid('1000')).to.equal(1234);
    expect(accounts.uid(1000)).to.equal(1000);
  });

  it('gives nothing for an unknown name, and the number for an unknown number', () => {
    expect(accounts.uid('nobody-here')).to.equal(undefined);
    expect(accounts.user(99)).to.equal('99');
    expect(accounts.group(99)).to.equal('99');
  });

  it('lets the first of two names of one number count', () => {
    expect(accounts.user(0)).to.equal('root');
    expect(accounts.uid('toor')).to.equal(0);
  });

  it('passes over comments, broken lines and those that pull in a directory service', () => {
    expect(accounts.users.map((user) => user.name)).to.deep.equal(['root', 'glance', 'toor', '1000']);
  });

  it('keeps whole entries', () => {
    expect(accounts.findUser('glance')).to.deep.equal({
      name: 'glance',
      uid: 64062,
      gid: 64062,
      comment: 'Glance,,,',
      home: '/var/lib/glance',
      shell: '/usr/sbin/nologin',
    });
    expect(accounts.findGroup(64045)?.members).to.deep.equal(['glance', 'root']);
  });

  it('asks a directory service once for all names that the files do not have', async () => {
    const host = directoryHost([
      'alice:x:7001:7000::/home/alice:/bin/sh',
      'bob:x:7002:7000::/home/bob:/bin/sh',
    ]);
    const learning = new Accounts(
      passwd,
      group,
      'passwd: files sss # both\ngroup: files [NOTFOUND=return]\n',
    );
    const names = ['alice', 'bob', 'glance', 'missing'];
    await learning.queryServices(host, { users: names, groups: ['missing'] });
    await learning.queryServices(host, { users: names });
    expect(learning.uid('alice')).to.equal(7001);
    expect(learning.uid('bob')).to.equal(7002);
    expect(learning.uid('missing')).to.equal(undefined);
    expect(host.asked.map((command) => command.argv)).to.deep.equal([
      ['getent', '--', 'passwd', 'alice', 'bob', 'missing'],
    ]);
  });

  it('starts no process where the files are all that the host has', async () => {
    const host = directoryHost([]);
    const learning = new Accounts(passwd, group, 'passwd: files\n');
    await learning.queryServices(host, { users: ['missing'], groups: ['missing'] });
    expect(host.asked).to.deep.equal([]);
  });

  it('takes a host without the files for one without accounts', async () => {
    expect((await readAccounts(directoryHost([]))).users).to.deep.equal([]);
  });
});
