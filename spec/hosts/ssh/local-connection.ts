import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import type { Duplex } from 'node:stream';
import type { StreamAddress } from '../../../src/hosts/host-network.js';
import type { ChannelEnd, SshChannel, SshConnection } from '../../../src/hosts/ssh/connection.js';

/** A connection to this machine without a server: commands are children of this process. */
export class LocalConnection implements SshConnection {
  readonly name = 'this machine';
  readonly target = 'nobody@127.0.0.1:22';
  readonly transport = 'a pipe';
  readonly #closed = new AbortController();
  readonly closed = this.#closed.signal;
  readonly #channels = new Set<SshChannel>();
  /** The commands that were started. */
  readonly commands: string[] = [];

  readonly #login: string;
  readonly #shell: string;
  readonly #environment: Readonly<Record<string, string>>;

  /** The login shell, what is run in the place of /bin/sh, and the environment. */
  constructor({
    login = '/bin/sh',
    shell = '/bin/sh',
    environment = {},
  }: {
    readonly login?: string;
    readonly shell?: string;
    readonly environment?: Readonly<Record<string, string>>;
  } = {}) {
    this.#login = login;
    this.#shell = shell;
    this.#environment = { PATH: '/usr/bin:/bin', HOME: userInfo().homedir, ...environment };
  }

  async exec(command: string): Promise<SshChannel> {
    this.commands.push(command);
    const child = spawn(this.#login, ['-c', command.replace('/bin/sh', this.#shell)], {
      stdio: 'pipe',
      env: this.#environment,
      detached: true,
      cwd: '/',
    });
    let end: (end: ChannelEnd) => void = () => {};
    const ended = new Promise<ChannelEnd>((done) => {
      end = done;
    });
    child.once('close', (status, signal) => end({ status, signal: signal?.slice(3) ?? null }));
    const close = () => {
      child.unref();
      end({ status: null, signal: null });
      child.stdin.destroy();
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const channel = { input: child.stdin, output: child.stdout, errors: child.stderr, ended, close };
    this.#channels.add(channel);
    return channel;
  }

  forward(to: StreamAddress): Promise<Duplex> {
    return new Promise((resolve, reject) => {
      const socket = connect('path' in to ? to : { host: to.address, port: to.port });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(socket);
      });
    });
  }

  /** Ends the connection as a broken network does: nothing is said to the other side. */
  break(reason = 'the network is gone'): void {
    this.#closed.abort(new Error(reason));
    for (const channel of this.#channels) channel.close();
  }

  async close(): Promise<void> {
    this.break('closed');
  }
}
