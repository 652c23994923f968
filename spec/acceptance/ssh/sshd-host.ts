import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { must } from '../lab/command.js';
import type { LabHost } from '../lab/lab-host.js';
import { startPlainHost } from '../lab/plain-host.js';

/** The user without rights that specs log in as. */
export const USER = 'u1';
export const PASSWORD = 'correct horse';

/** One running sshd. */
export interface Sshd {
  readonly port: number;
  /** Its log so far. */
  log(): string;
  /** The process that listens, as the host numbers it. */
  readonly pid: string;
  stop(): Promise<void>;
}

/**
 * A Debian with sshd, on the loopback of this machine: every sshd has a port of its own. The keys of its users and the
 * configuration of the client are in a directory of this machine.
 */
export class SshdHost {
  private constructor(
    readonly host: LabHost,
    /** Keys, configurations and known_hosts files of the client. */
    readonly directory: string,
  ) {}

  static async start(): Promise<SshdHost> {
    const host = await startPlainHost({}, 'network of this machine');
    const directory = mkdtempSync(join(tmpdir(), 'glance-apply-ssh-'));
    const own = new SshdHost(host, directory);
    await host.must(['apt-get', 'update', '-q']);
    await host.must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'openssh-server'], {
      environment: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    await host.must(['mkdir', '-p', '/run/sshd']);
    await host.must(['useradd', '-m', '-s', '/bin/bash', USER]);
    await host.must(['chpasswd'], { input: `${USER}:${PASSWORD}\nroot:${PASSWORD}\n` });
    await own.makeKey('id');
    for (const user of ['root', USER]) await own.authorize('id', user);
    return own;
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  write(name: string, text: string): string {
    const path = this.path(name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  /** Makes a pair of keys; returns the path of the private one. */
  async makeKey(name: string, options: readonly string[] = ['-t', 'ed25519']): Promise<string> {
    const path = this.path(name);
    const passphrase = options.includes('-N') ? [] : ['-N', ''];
    await must(['ssh-keygen', '-q', ...options, ...passphrase, '-C', name, '-f', path]);
    return path;
  }

  /** Lets a key log in, in place of all others. */
  async authorize(name: string, user: string, options = ''): Promise<void> {
    const home = user === 'root' ? '/root' : `/home/${user}`;
    await this.host.must(['install', '-d', '-m', '700', '-o', user, '-g', user, `${home}/.ssh`]);
    await this.host.must(['tee', `${home}/.ssh/authorized_keys`], {
      input: `${options}${readFileSync(this.path(`${name}.pub`), 'utf8')}`,
    });
    await this.host.must(['chown', `${user}:${user}`, `${home}/.ssh/authorized_keys`]);
  }

  /** Starts an sshd with lines that outweigh the usual ones. */
  async sshd(lines: readonly string[] = []): Promise<Sshd> {
    const port = await freePort();
    const config = [
      ...lines,
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `PidFile /run/sshd-${port}.pid`,
      'UsePAM yes',
      'PermitRootLogin yes',
      'KbdInteractiveAuthentication no',
      'PrintMotd no',
      'LogLevel VERBOSE',
      'Subsystem sftp internal-sftp',
    ];
    await this.host.must(['tee', `/etc/ssh/${port}.conf`], { input: `${config.join('\n')}\n` });
    await this.host.must([
      '/usr/sbin/sshd',
      '-f',
      `/etc/ssh/${port}.conf`,
      '-E',
      `/var/log/sshd-${port}.log`,
    ]);
    const pid = await this.#pidOf(port);
    return {
      port,
      pid,
      log: () => readFileSync(join(this.host.root, `var/log/sshd-${port}.log`), 'utf8'),
      stop: async () => {
        await this.host.run(['kill', pid]);
      },
    };
  }

  /** The line of known_hosts for a key of the host. */
  hostKey(name: string, type = 'ed25519'): string {
    const [algorithm, key] = readFileSync(
      join(this.host.root, `etc/ssh/ssh_host_${type}_key.pub`),
      'utf8',
    ).split(' ');
    return `${name} ${algorithm} ${key}\n`;
  }

  /** Writes a configuration for the client, in which the keys of the host are known. Returns its path. */
  config(name: string, ports: readonly number[], lines: readonly string[] = []): string {
    const known = this.write(
      `${name}.known`,
      ports.map((port) => this.hostKey(`[127.0.0.1]:${port}`)).join(''),
    );
    return this.write(
      name,
      [
        ...lines,
        'Host *',
        `  IdentityFile ${this.path('id')}`,
        '  IdentitiesOnly yes',
        '  IdentityAgent none',
        `  UserKnownHostsFile ${known}`,
        '  GlobalKnownHostsFile none',
        '',
      ].join('\n'),
    );
  }

  async stop(): Promise<void> {
    await this.host.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  async #pidOf(port: number): Promise<string> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const { status, stdout } = await this.host.run(['cat', `/run/sshd-${port}.pid`]);
      if (status === 0) return stdout.trim();
      await sleep(50);
    }
    throw new Error(`sshd did not start on port ${port}`);
  }
}

/** Returns a port that is free on the loopback. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no port is free'));
      });
    });
  });
}
