import { expect } from 'chai';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { SshAuthorizedKey, User } from '../../../src/resources/index.js';
import { readPathDirectories } from '../../../src/resources/ssh-authorized-key/path-directories.js';
import { converge } from '../converge.js';

const key = { type: 'ssh-rsa', key: 'AAAA' } as const;
const ROOTS_KEYS = '/root/.ssh/authorized_keys';
const ROOTS_KEY = 'ssh-rsa BBBB root@desk\n';
const target = '/home/eve/.ssh/authorized_keys';

/** A host on which a user has made a link from the place of its keys to that of root's. */
async function trappedHost(): Promise<SimulatedHost> {
  const host = new SimulatedHost({
    files: {
      '/etc/passwd': 'root:x:0:0::/root:/bin/bash\neve:x:1000:1000::/home/eve:/bin/sh\n',
      '/etc/group': 'root:x:0:\neve:x:1000:\n',
      '/home/README': '',
      [ROOTS_KEYS]: ROOTS_KEY,
    },
  });
  await host.files.makeDirectory('/home/eve', { uid: 1000, gid: 1000 });
  // Who owns the link does not matter: whoever owns the directory can put another's there.
  await host.files.link('/home/eve/.ssh', '/root/.ssh');
  return host;
}

describe('keys below a directory of a user', () => {
  it('are not written as root through a link of the user', async () => {
    const host = await trappedHost();
    const report = await converge(
      host,
      (site) =>
        void new SshAuthorizedKey(site, 'eve@home', { user: 'eve', target, drop_privileges: false, ...key }),
    );
    expect(report.resources[0]?.reason).to.include('/home/eve, which');
    expect(String((await host.files.read([ROOTS_KEYS]))[0])).to.equal(ROOTS_KEY);
    const [status] = await host.files.status([ROOTS_KEYS]);
    expect(status).to.include({ uid: 0 });
  });

  it('are not purged as root through a link of the user', async () => {
    const host = await trappedHost();
    await converge(host, (site) => void new User(site, 'eve', { purge_ssh_keys: [target] }));
    expect(String((await host.files.read([ROOTS_KEYS]))[0])).to.equal(ROOTS_KEY);
  });
});

describe('the purge of the keys of a user', () => {
  it('recognizes what the catalog declares by another path of the file', async () => {
    const keys = '/srv/home/ada/.ssh/authorized_keys';
    const host = new SimulatedHost({
      files: {
        '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nada:x:1000:1000::/home/ada:/bin/sh\n',
        '/etc/group': 'root:x:0:\nada:x:1000:\n',
        [keys]: 'ssh-rsa AAAA ada@home\n',
      },
    });
    await host.files.link('/home', '/srv/home');
    const report = await converge(
      host,
      (site) => {
        new User(site, 'ada', { purge_ssh_keys: true });
        new SshAuthorizedKey(site, 'ada@home', { user: 'ada', target: keys, ...key });
      },
      { mode: 'plan' },
    );
    expect(report.resources).to.deep.equal([]);
  });
});

describe('the way to a file', () => {
  const way = async (host: SimulatedHost, path: string) =>
    (await readPathDirectories(host.files, path)).map((directory) => directory.path);

  it('has the directories that links lead through, relative ones too', async () => {
    const host = new SimulatedHost({ files: { '/a/b/file': '', '/c/x': '' } });
    await host.files.link('/c/absolute', '/a/b');
    await host.files.link('/c/relative', '../c/./absolute/..');
    expect(await way(host, '/c/relative/b/file')).to.deep.equal(['/', '/c', '/c', '/a', '/a/b', '/a/b']);
    await host.files.link('/c/file', '../a/b/file');
    expect(await way(host, '/c/file')).to.deep.equal(['/', '/c', '/a', '/a/b']);
  });

  it('ends at a missing directory, and is refused if links form a cycle', async () => {
    const host = new SimulatedHost({ files: { '/a/x': '' } });
    expect(await readPathDirectories(host.files, '/a/b/c/file')).to.deep.include({
      path: '/a/b',
      status: undefined,
    });
    await host.files.link('/a/circle', '/a/circle/b');
    const error = await readPathDirectories(host.files, '/a/circle/file').catch((thrown: Error) => thrown);
    expect(String(error)).to.include('too many links');
  });
});
