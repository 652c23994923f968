import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { inspect } from '../../../src/engine/inspect.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { Resources, SshAuthorizedKey } from '../../../src/resources/index.js';
import { converge } from '../converge.js';

const key = { type: 'ssh-rsa', key: 'AAAA' } as const;

const files = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/bash\nada:x:1000:1000::/home/ada:/bin/sh\n',
  '/etc/group': 'root:x:0:\nada:x:1000:\n',
  '/root/.ssh/authorized_keys': 'ssh-rsa AAAA admin@desk\nssh-rsa BBBB ada@home\n',
  '/home/ada/.ssh/authorized_keys': 'ssh-rsa AAAA ada@home\nssh-rsa BBBB admin@desk\nssh-rsa CCCC\n',
  '/etc/ssh/keys/ada': 'ssh-rsa AAAA admin@desk\n',
};

/** What a purge of keys would remove beside these. */
async function purged(declare: (site: Scope) => void): Promise<unknown> {
  const report = await converge(
    new SimulatedHost({ files }),
    (site) => {
      declare(site);
      new Resources(site, 'ssh_authorized_key', { purge: true });
    },
    { mode: 'plan', types: new Map([['ssh_authorized_key', SshAuthorizedKey.definition as never]]) },
  );
  const purge = report.resources.find(({ reference }) => reference === 'Resources[ssh_authorized_key]');
  expect(purge?.outcome).not.to.equal('failed');
  return purge?.changes[0]?.from ?? [];
}

describe('a purge of authorized keys', () => {
  it('touches no file that the catalog has no key of, least of all that of root', async () => {
    expect(await purged(() => {})).to.deep.equal([]);
    const found = await purged(
      (site) => void new SshAuthorizedKey(site, 'ada@home', { user: 'ada', ...key }),
    );
    expect(found).to.deep.equal([
      '/home/ada/.ssh/authorized_keys:unnamed-1',
      'admin@desk in /home/ada/.ssh/authorized_keys',
    ]);
  });

  it('identifies a key by name and file: one that is declared for one user is a stray of another', async () => {
    const found = await purged((site) => {
      new SshAuthorizedKey(site, 'for ada', { name: 'ada@home', user: 'ada', ...key });
      new SshAuthorizedKey(site, 'for root', { name: 'admin@desk', user: 'root', ...key });
    });
    expect(found).to.deep.equal([
      '/home/ada/.ssh/authorized_keys:unnamed-1',
      'ada@home in /root/.ssh/authorized_keys',
      'admin@desk in /home/ada/.ssh/authorized_keys',
    ]);
  });

  it('reads the target of a key instead of the file of its user', async () => {
    const target = '/etc/ssh/keys/ada';
    const found = await purged(
      (site) => void new SshAuthorizedKey(site, 'ada@home', { user: 'ada', target, ...key }),
    );
    expect(found).to.deep.equal([`admin@desk in ${target}`]);
  });
});

describe('a list of authorized keys', () => {
  it('reports which file cannot be read, and does not skip its keys', async () => {
    const host = new SimulatedHost({ files });
    host.files.faults.add('/root/.ssh/authorized_keys', 'EACCES', 'read');
    const error = await inspect(SshAuthorizedKey.definition as never, host).catch(String);
    expect(error).to.include('/root/.ssh/authorized_keys').and.include('permission is denied');
  });
});

describe('an authorized key in a file of root', () => {
  it('fails if the file is not in UTF-8, and does not change it', async () => {
    const before = Buffer.from('ssh-rsa AAAA caf\xe9\n', 'latin1');
    const host = new SimulatedHost({ files });
    host.files.put('/etc/ssh/keys/ada', before);
    const report = await converge(
      host,
      (site) =>
        void new SshAuthorizedKey(site, 'ada@home', {
          user: 'ada',
          target: '/etc/ssh/keys/ada',
          drop_privileges: false,
          ...key,
        }),
    );
    expect(report.resources[0]?.reason).to.equal('/etc/ssh/keys/ada is not in UTF-8; convert it first');
    expect((await host.files.read(['/etc/ssh/keys/ada']))[0]).to.deep.equal(before);
  });
});
