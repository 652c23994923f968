import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { command as runCommand } from '../lab/command.js';
import { PASSWORD, SshdHost, USER } from '../ssh/sshd-host.js';

const program = new URL('../../../src/cli/glance-apply.ts', import.meta.url).pathname;
const library = new URL('../../../src/index.ts', import.meta.url).pathname;

/** Two machines over SSH: they share this machine's network, and nothing else. */
describe('a fleet over SSH', () => {
  const machines: SshdHost[] = [];
  let ports: number[];
  let folder: string;

  before(async () => {
    // One after the other: hosts of one process share apt's archives, which apt locks.
    for (const _ of [0, 1]) machines.push(await SshdHost.start());
    ports = await Promise.all(machines.map(async (machine) => (await machine.sshd()).port));
    for (const [index, { host }] of machines.entries()) {
      await host.must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'sudo'], {
        environment: { DEBIAN_FRONTEND: 'noninteractive' },
      });
      await host.must(['sh', '-c', `echo '${USER} ALL=(ALL) ALL' > /etc/sudoers.d/${USER}`]);
      await host.must(['sh', '-c', `printf '%032x\\n' ${index + 1} > /etc/machine-id`]);
    }
    const [first] = machines as [SshdHost];
    folder = first.directory;
    const known = machines.map((machine, index) => machine.hostKey(`[127.0.0.1]:${ports[index]}`));
    first.write('known', known.join(''));
    first.write(
      'config',
      [
        'Host *',
        `  IdentityFile ${first.path('id')}`,
        '  IdentityAgent none',
        `  UserKnownHostsFile ${first.path('known')}`,
        '  GlobalKnownHostsFile none',
        '',
      ].join('\n'),
    );
  });
  after(() => Promise.all(machines.map((machine) => machine.stop())));

  /** Writes an inventory of both machines. */
  function inventory(variables: string): string {
    const lines = ports.map(
      (port, index) =>
        `node${index} ansible_host=127.0.0.1 ansible_port=${port} ansible_ssh_private_key_file=${machines[index]?.path('id')} ${variables}`,
    );
    const path = join(folder, 'hosts.ini');
    writeFileSync(path, `[all]\n${lines.join('\n')}\n`, { mode: 0o600 });
    return path;
  }

  function manifest(body: string): string {
    const path = join(folder, 'site.ts');
    writeFileSync(
      path,
      `import { Exec, File, Group, User, fleet, manifest } from ${JSON.stringify(library)};\n${body}\n`,
    );
    return path;
  }

  async function call(...words: string[]) {
    const { status, stdout, stderr } = await runCommand(
      [process.execPath, '--import', 'tsx', program, ...words, '--ssh-config', join(folder, 'config')],
      { environment: { XDG_CACHE_HOME: join(folder, 'cache') } },
    );
    // Lines of messages are broken wherever a word happens to end.
    return { status, stdout, stderr, all: (stdout + stderr).replace(/\s+/g, ' ') };
  }

  const onBoth = (path: string) =>
    machines.map(({ host }) => readFileSync(join(host.root, path.slice(1)), 'utf8'));

  it('has the facts of each host', async () => {
    const { stdout, status } = await call('facts', '--inventory', inventory('ansible_user=root'));
    const facts = JSON.parse(stdout);
    expect(Object.keys(facts)).to.deep.equal(['node0', 'node1']);
    expect(facts.node0.os.name).to.equal('Debian');
    expect(status).to.equal(0);
  });

  it('is applied as root, in the order of its relations across hosts, and is in sync afterwards', async () => {
    const path = manifest(`export default fleet((site) => {
      const first = site.host('node0', (node) => {
        new Group(node, 'staff2');
        new User(node, 'carol', { groups: 'staff2', managehome: true });
        new File(node, '/srv/first', { content: 'one\\n', owner: 'carol', mode: '0640' });
      });
      site.host('node1', (node) => {
        new Exec(node, 'after', {
          command: ['/bin/sh', '-c', 'date +%s%N > /srv/second'],
          creates: '/srv/second',
          require: first.ref(File, '/srv/first'),
        });
      });
    });`);
    const hosts = inventory('ansible_user=root');
    const planned = await call('plan', path, '--inventory', hosts, '--detailed-exitcodes');
    expect(planned.status, planned.all).to.equal(2);
    const applied = await call('apply', path, '--inventory', hosts);
    expect(applied.status, applied.all).to.equal(0);
    const [zero, one] = machines as [SshdHost, SshdHost];
    expect(await zero.host.must(['stat', '-c', '%U %a', '/srv/first'])).to.equal('carol 640\n');
    const changed = Number(await zero.host.must(['stat', '-c', '%Y', '/srv/first']));
    expect(Number(await one.host.must(['cat', '/srv/second'])) / 1e9).to.be.at.least(changed);
    const again = await call('apply', path, '--inventory', hosts, '--detailed-exitcodes');
    expect(again.status, again.all).to.equal(0);
  });

  it('is applied by a user with sudo and a password, which appears nowhere', async () => {
    const path = manifest(
      "export default manifest((site) => void new File(site, '/etc/motd', { content: 'managed\\n' }));",
    );
    const secret = `ansible_user=${USER} ansible_become=true ansible_become_password='"${PASSWORD}"'`;
    const applied = await call('apply', path, '--inventory', inventory(secret));
    expect(applied.status, applied.all).to.equal(0);
    expect(applied.stdout).to.match(/on all 2 hosts:\n.*File\[\/etc\/motd\]/);
    expect(onBoth('/etc/motd')).to.deep.equal(['managed\n', 'managed\n']);
    expect(applied.all).not.to.include(PASSWORD);
  });

  it('is refused by sudo without a password, and says what sudo needs', async () => {
    const path = manifest('export default manifest(() => {});');
    const hosts = inventory(`ansible_user=${USER}`);
    const { status, all } = await call('plan', path, '--inventory', hosts, '--become');
    expect(status, all).to.equal(4);
    expect(all).to.match(/a password is required.*sudo asks for a password/);
  });

  it('reports the host whose login is refused, and goes on with the other', async () => {
    const path = manifest(
      "export default manifest((site) => void new File(site, '/srv/third', { content: 'x' }));",
    );
    const [, one] = machines as [SshdHost, SshdHost];
    await one.host.must(['mv', '/root/.ssh/authorized_keys', '/root/.ssh/kept']);
    try {
      const { status, stdout } = await call('apply', path, '--inventory', inventory('ansible_user=root'));
      expect(status).to.equal(4);
      expect(stdout).to.match(/on node1: unreachable: /);
      expect(stdout).to.match(/on node0: done: 1 created/);
    } finally {
      await one.host.must(['mv', '/root/.ssh/kept', '/root/.ssh/authorized_keys']);
    }
    const { status, stdout } = await call('apply', path, '--inventory', inventory('ansible_user=root'));
    expect(status).to.equal(0);
    expect(stdout).to.match(/on node1: done: 1 created/);
    expect(stdout).to.match(/on node0: done: 1 unchanged/);
  });

  it('can be one host that the command line names', async () => {
    const path = manifest(
      "export default manifest((site) => void new File(site, '/srv/fourth', { content: 'x' }));",
    );
    const { status, all } = await call('apply', path, '--host', `root@127.0.0.1:${ports[0]}`);
    expect(status, all).to.equal(0);
    expect(all).to.match(/on root@127\.0\.0\.1:\d+: done: 1 created/);
  });

  it('refuses a host whose key is not known, and says how to accept it', async () => {
    const path = manifest('export default manifest(() => {});');
    const [first] = machines as [SshdHost];
    first.write('known', '');
    const { status, all } = await call('plan', path, '--host', `root@127.0.0.1:${ports[0]}`);
    expect(status, all).to.equal(4);
    expect(all).to.match(/--accept-new-host-keys/);
  });
});
