import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { connect } from '../../../src/hosts/ssh/connect.js';
import type { SshOptions } from '../../../src/hosts/ssh/connect-options.js';
import { must } from '../lab/command.js';
import { type Sshd, SshdHost, USER } from './sshd-host.js';

let lab: SshdHost;
let usual: Sshd;

before(async () => {
  lab = await SshdHost.start();
  usual = await lab.sshd();
});
after(() => lab?.stop());

/** Connects, runs a command, and returns how it was connected and what the command printed. */
async function run(port: number, options: SshOptions): Promise<{ transport: string; output: string }> {
  const connection = await connect(`${USER}@127.0.0.1:${port}`, options);
  try {
    const channel = await connection.exec('id -un');
    channel.errors.resume();
    return { transport: connection.transport, output: (await text(channel.output)).trim() };
  } finally {
    await connection.close();
  }
}

/** Starts an agent with these keys, in this order. */
async function withAgent<T>(keys: readonly string[], use: (socket: string) => Promise<T>): Promise<T> {
  const socket = lab.path('agent');
  const agent: ChildProcess = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
  try {
    while (!existsSync(socket)) await sleep(20);
    for (const key of keys)
      await must(['ssh-add', '-q', lab.path(key)], { environment: { SSH_AUTH_SOCK: socket } });
    return await use(socket);
  } finally {
    agent.kill();
    await new Promise((resolve) => agent.once('exit', resolve));
  }
}

describe('the client of SSH', () => {
  it('is ssh2 without a reason for another one', async () => {
    const configFile = lab.config('plain', [usual.port]);
    expect(await run(usual.port, { configFile })).to.deep.equal({ transport: 'ssh2', output: USER });
  });

  it('is the one of OpenSSH with ProxyCommand', async () => {
    const proxy = `ProxyCommand ssh -F ${lab.config('inner', [usual.port])} -W 127.0.0.1:${usual.port} -p ${usual.port} root@127.0.0.1`;
    const configFile = lab.config('proxy', [usual.port], [proxy]);
    expect(await run(usual.port, { configFile })).to.deep.equal({
      transport: 'OpenSSH, because the configuration sets ProxyCommand for 127.0.0.1',
      output: USER,
    });
  });

  it('is the one of OpenSSH for a user with a certificate', async () => {
    await lab.makeKey('ca');
    await lab.makeKey('certified');
    await must(['ssh-keygen', '-q', '-s', lab.path('ca'), '-I', 'x', '-n', USER, lab.path('certified.pub')]);
    await lab.host.must(['tee', '/etc/ssh/ca.pub'], { input: await must(['cat', lab.path('ca.pub')]) });
    const sshd = await lab.sshd(['TrustedUserCAKeys /etc/ssh/ca.pub', 'AuthorizedKeysFile none']);
    const configFile = lab.config('certificate', [sshd.port], [`IdentityFile ${lab.path('certified')}`]);
    const { transport, output } = await run(sshd.port, { configFile });
    expect(transport).to.equal(`OpenSSH, because ${lab.path('certified')} has a certificate`);
    expect(output).to.equal(USER);
    await sshd.stop();
  });

  it('is the one of OpenSSH for a host with a certificate', async () => {
    await lab.makeKey('host-ca');
    await lab.host.must(['cp', '/etc/ssh/ssh_host_ed25519_key', '/etc/ssh/certified']);
    const key = lab.write(
      'certified-host.pub',
      await lab.host.must(['cat', '/etc/ssh/ssh_host_ed25519_key.pub']),
    );
    await must(['ssh-keygen', '-q', '-s', lab.path('host-ca'), '-I', 'h', '-h', '-n', '127.0.0.1', key]);
    await lab.host.must(['tee', '/etc/ssh/certified-cert.pub'], {
      input: await must(['cat', lab.path('certified-host-cert.pub')]),
    });
    const sshd = await lab.sshd([
      'HostKey /etc/ssh/certified',
      'HostCertificate /etc/ssh/certified-cert.pub',
    ]);
    const authority = await must(['cat', lab.path('host-ca.pub')]);
    const file = lab.write(
      'authorities',
      `@cert-authority [127.0.0.1]:* ${authority}@cert-authority 127.0.0.1 ${authority}`,
    );
    const configFile = lab.config('host-certificate', [], [`UserKnownHostsFile ${file}`]);
    const { transport, output } = await run(sshd.port, { configFile });
    expect(transport).to.equal(
      `OpenSSH, because the key of 127.0.0.1 is certified by the authority in ${file}:1`,
    );
    expect(output).to.equal(USER);
    await sshd.stop();
  });

  it('is the one of OpenSSH where the server offers only what ssh2 lacks', async () => {
    const sshd = await lab.sshd(['KexAlgorithms sntrup761x25519-sha512@openssh.com']);
    const configFile = lab.config('quantum', [sshd.port]);
    expect((await run(sshd.port, { configFile })).transport).to.equal(
      'OpenSSH, because ssh2 and the host have no algorithm in common',
    );
    await sshd.stop();
  });

  it('offers the key that the configuration names before the many of an agent', async () => {
    const others = [1, 2, 3, 4, 5, 6].map((number) => `foreign${number}`);
    for (const name of others) await lab.makeKey(name);
    const sshd = await lab.sshd(['MaxAuthTries 3']);
    await withAgent([...others, 'id'], async (socket) => {
      for (const key of ['id', 'id.pub']) {
        const lines = [
          'Host *',
          '  IdentitiesOnly no',
          `  IdentityAgent ${socket}`,
          `  IdentityFile ${lab.path(key)}`,
        ];
        const configFile = lab.config('agent-config', [sshd.port], lines);
        expect(await run(sshd.port, { configFile }), key).to.deep.equal({ transport: 'ssh2', output: USER });
      }
    });
    await sshd.stop();
  });

  it('says so when the server refuses to try more keys', async () => {
    const sshd = await lab.sshd(['MaxAuthTries 2', 'AuthorizedKeysFile none']);
    await withAgent(['foreign1', 'foreign2', 'foreign3'], async (socket) => {
      const lines = [
        'Host *',
        '  IdentitiesOnly no',
        `  IdentityAgent ${socket}`,
        `  IdentityFile ${lab.path('foreign4')}`,
      ];
      const error = await run(sshd.port, { configFile: lab.config('many', [sshd.port], lines) }).catch(
        ({ message }: Error) => message,
      );
      expect(error)
        .to.match(/Too many authentication failures/)
        .and.to.match(/IdentitiesOnly/);
    });
    await sshd.stop();
  });

  it('uses an RSA key of an agent', async () => {
    await lab.makeKey('agent-rsa', ['-t', 'rsa', '-b', '3072']);
    await lab.authorize('agent-rsa', USER);
    try {
      await withAgent(['agent-rsa'], async (socket) => {
        const lines = ['Host *', '  IdentitiesOnly no', `  IdentityAgent ${socket}`];
        const configFile = lab.config('agent-rsa-config', [usual.port], lines);
        expect(await run(usual.port, { configFile })).to.deep.equal({ transport: 'ssh2', output: USER });
      });
    } finally {
      await lab.authorize('id', USER);
    }
  });

  for (const transport of ['ssh2', 'openssh'] as const) {
    it(`notices by ${transport} that the server is dead`, async () => {
      const lines = ['ServerAliveInterval 1', 'ServerAliveCountMax 2'];
      const configFile = lab.config('alive', [usual.port], lines);
      const connection = await connect(`${USER}@127.0.0.1:${usual.port}`, { configFile, transport });
      const channel = await connection.exec('echo $PPID; sleep 60');
      channel.errors.resume();
      const server = String(
        await new Promise<Buffer>((resolve) => channel.output.once('data', resolve)),
      ).trim();
      channel.output.resume();
      await lab.host.must(['kill', '-STOP', server]);
      try {
        expect(await Promise.race([channel.ended, sleep(15_000)])).to.deep.equal({
          status: null,
          signal: null,
        });
        expect(connection.closed.aborted).to.equal(true);
      } finally {
        await lab.host.must(['kill', '-KILL', server]);
        await connection.close();
      }
    });
  }
});
