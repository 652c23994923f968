import { expect } from 'chai';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { connect } from '../../../src/hosts/ssh/connect.js';
import type { Transport } from '../../../src/hosts/ssh/connect-options.js';
import type { SudoOptions } from '../../../src/hosts/ssh/session/open-session.js';
import { SshHost } from '../../../src/hosts/ssh/ssh-host.js';
import { Secret } from '../../../src/secrets/secret.js';
import { conformsToHost } from '../../../src/testing/conformance/host-conformance.js';
import { PASSWORD, type Sshd, SshdHost, USER } from './sshd-host.js';

let lab: SshdHost;
let sshd: Sshd;

before(async () => {
  lab = await SshdHost.start();
  // One channel has to be enough for everything.
  sshd = await lab.sshd(['MaxSessions 1']);
  await lab.host.must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'sudo'], {
    environment: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  await setSudoers(`${USER} ALL=(root) ALL`);
});
after(() => lab?.stop());

async function setSudoers(...lines: readonly string[]): Promise<void> {
  await lab.host.must(['tee', '/etc/sudoers.d/spec'], { input: `${lines.join('\n')}\n` });
  await lab.host.must(['chmod', '0440', '/etc/sudoers.d/spec']);
}

interface Way {
  readonly transport: Transport;
  readonly user: string;
  readonly shell: 'dash' | 'bash';
  readonly sudo?: SudoOptions;
}

async function open({ transport, user, sudo }: Way, lockFile: string): Promise<SshHost> {
  const configFile = lab.config('config', [sshd.port]);
  const connection = await connect(`${user}@127.0.0.1:${sshd.port}`, { configFile, transport });
  return SshHost.open(connection, { sudo, lockFile });
}

const withPassword = { password: new Secret(PASSWORD) };

const ways: Readonly<Record<string, Way>> = {
  'root, by ssh2': { transport: 'ssh2', user: 'root', shell: 'dash' },
  'a user with sudo and a password, by OpenSSH': {
    ...{ transport: 'openssh', user: USER, shell: 'bash', sudo: withPassword },
  },
  'a user without other rights, by ssh2': { transport: 'ssh2', user: USER, shell: 'dash' },
};

for (const [name, way] of Object.entries(ways)) {
  describe(`a host whose /bin/sh is ${way.shell}`, () => {
    let count = 0;

    before(() => lab.host.must(['ln', '-sfn', way.shell, '/bin/sh']));
    after(() => lab.host.must(['ln', '-sfn', 'dash', '/bin/sh']));

    conformsToHost(name, async () => {
      const owner = way.sudo === undefined ? way.user : 'root';
      count += 1;
      const directory = `/var/tmp/conformance-${way.shell}-${owner}-${count}`;
      await lab.host.must(['install', '-d', '-m', '700', '-o', owner, '-g', owner, directory]);
      const ids = await lab.host.must(['sh', '-c', `id -u ${owner}; id -g ${owner}`]);
      const [uid = 0, gid = 0] = ids.trim().split('\n').map(Number);
      const lockFile = `${directory}.lock`;
      const hosts = [await open(way, lockFile)];
      const [host] = hosts as [SshHost];
      return {
        host,
        directory,
        uid,
        gid,
        isRoot: uid === 0,
        breakConnection: () => void host.close(),
        reconnect: async () => {
          const other = await open(way, lockFile);
          hosts.push(other);
          return other;
        },
        dispose: async () => {
          for (const one of hosts) await one.close();
          await lab.host.must(['rm', '-rf', directory, lockFile]);
        },
      };
    });
  });
}

describe('sudo on a host behind SSH', () => {
  const user: Way = { transport: 'ssh2', user: USER, shell: 'dash' };
  const refusal = async (sudo: SudoOptions) => {
    try {
      await (await open({ ...user, sudo }, '/run/spec.lock')).close();
    } catch (error) {
      if (GlanceApplyError.is(error)) return error.message;
      throw error;
    }
    throw new Error('a session was opened');
  };
  const worksWith = async (sudo: SudoOptions) => {
    const host = await open({ ...user, sudo }, '/run/spec.lock');
    expect((await host.run({ argv: ['id', '-u'] })).stdout).to.equal('0\n');
    await host.close();
  };
  after(() => setSudoers(`${USER} ALL=(root) ALL`));

  it('needs no password with NOPASSWD', async () => {
    await setSudoers(`${USER} ALL=(root) NOPASSWD: ALL`);
    await worksWith({});
    await worksWith(withPassword);
  });

  it('works in a pseudo terminal of its own', async () => {
    await setSudoers('Defaults use_pty', `${USER} ALL=(root) ALL`);
    await worksWith(withPassword);
  });

  it('says that a password is needed, or that it is wrong', async () => {
    await setSudoers(`${USER} ALL=(root) ALL`);
    expect(await refusal({}))
      .to.include('a password is required')
      .and.to.include('NOPASSWD');
    expect(await refusal({ password: new Secret('wrong') })).to.include('refused the password');
  });

  it('passes on what sudo says of a terminal or of what is not allowed', async () => {
    await setSudoers('Defaults requiretty', `${USER} ALL=(root) NOPASSWD: ALL`);
    expect(await refusal({}))
      .to.include('must have a tty')
      .and.to.include('!requiretty');
    await setSudoers(`${USER} ALL=(root) NOPASSWD: /usr/bin/id`);
    expect(await refusal(withPassword)).to.match(/not allowed to execute/);
  });
});

describe('the login shell of a host behind SSH', () => {
  after(() => lab.host.must(['usermod', '-s', '/bin/bash', USER]));

  it('may be nologin, whose words are passed on', async () => {
    await lab.host.must(['usermod', '-s', '/usr/sbin/nologin', USER]);
    const opening = open({ transport: 'ssh2', user: USER, shell: 'dash' }, '/run/spec.lock');
    const error = await opening.catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(GlanceApplyError);
    expect(String(error)).to.include('This account is currently not available');
  });

  it('may be fish or tcsh', async () => {
    await lab.host.must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'fish', 'tcsh'], {
      environment: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    for (const shell of ['fish', 'tcsh']) {
      await lab.host.must(['usermod', '-s', `/usr/bin/${shell}`, USER]);
      const host = await open(
        { transport: 'ssh2', user: USER, shell: 'dash', sudo: withPassword },
        '/run/spec.lock',
      );
      expect((await host.run({ argv: ['id', '-u'] })).stdout, shell).to.equal('0\n');
      await host.close();
    }
  });
});
