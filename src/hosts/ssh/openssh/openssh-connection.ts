import { rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { markOutcomeUnknown } from '../../../errors/outcome-unknown.js';
import type { StreamAddress } from '../../host-network.js';
import { ChannelSlots } from '../channel-slots.js';
import type { SshChannel, SshConnection } from '../connection.js';
import { channelRefused, connectionLost, streamRefused } from '../failures.js';
import { lastLine } from './explain-client-error.js';
import type { Master } from './master.js';
import { ProcessStream } from './process-stream.js';
import { Sessions } from './session.js';

/** Milliseconds between two attempts to open a channel that the server has no room for, and how long to keep trying. */
const RETRY = 200;
const PATIENCE = 10_000;

/** What a connection is made of, once its user is logged in. */
export interface ReadyMaster {
  readonly name: string;
  readonly target: string;
  readonly transport: string;
  readonly master: Master;
  readonly directory: string;
  /** The maximum number of commands at the same time. */
  readonly channels: number;
}

/** A connection by the client of OpenSSH. */
export class OpenSshConnection implements SshConnection {
  readonly name: string;
  readonly target: string;
  readonly transport: string;
  readonly #master: Master;
  readonly #directory: string;
  readonly #sessions: Sessions;
  readonly #slots: ChannelSlots;
  readonly #lost = new AbortController();
  #streams = 0;

  constructor({ name, target, transport, master, directory, channels }: ReadyMaster) {
    this.name = name;
    this.target = target;
    this.transport = transport;
    this.#master = master;
    this.#directory = directory;
    this.#slots = new ChannelSlots(channels);
    this.#sessions = new Sessions(directory, master.socket);
    void master.ended.then(() => {
      if (!this.closed.aborted)
        this.#lost.abort(connectionLost(name, lastLine(master.printed) || 'the host closed the connection'));
    });
  }

  get closed(): AbortSignal {
    return this.#lost.signal;
  }

  async exec(command: string, signal?: AbortSignal): Promise<SshChannel> {
    const isOver = signal === undefined ? this.closed : AbortSignal.any([this.closed, signal]);
    const started = performance.now();
    for (;;) {
      const release = await this.#slots.acquire(isOver);
      const session = this.#sessions.start(['--', 'host', command]);
      void session.ended.then(release);
      if (await session.opened) {
        const { child } = session;
        if (signal?.aborted === true) child.kill();
        signal?.throwIfAborted();
        return {
          input: child.stdin,
          output: child.stdout,
          errors: child.stderr,
          // OpenSSH does not report the signal that has ended a command.
          ended: session.ended.then((status) => ({ status, signal: null })),
          close: () => {
            child.kill();
            for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
          },
        };
      }
      if (await this.#isLost())
        throw markOutcomeUnknown(connectionLost(this.name, 'it is unknown whether a command was started'));
      const others = this.#slots.taken;
      if (others > 0) this.#slots.reduce(others);
      else if (performance.now() - started > PATIENCE)
        throw channelRefused(this.name, 'start a command', session.refusal);
      await sleep(RETRY, undefined, { signal: isOver }).catch(() => isOver.throwIfAborted());
    }
  }

  async forward(to: StreamAddress, timeout: number, signal?: AbortSignal): Promise<Duplex> {
    const time = AbortSignal.timeout(timeout * 1000);
    const isOver = AbortSignal.any([this.closed, time, ...(signal === undefined ? [] : [signal])]);
    isOver.throwIfAborted();
    const address = 'path' in to ? to.path : `${to.address}:${to.port}`;
    const opening = 'path' in to ? this.#openPath(to.path) : this.#openPort(to.address, to.port);
    const over = new Promise<never>((_, reject) => {
      isOver.addEventListener('abort', () => reject(isOver.reason), { once: true });
    });
    try {
      return await Promise.race([opening, over]);
    } catch (error) {
      // One that is opened later is not needed any more.
      opening.then(
        (stream) => stream.destroy(),
        () => {},
      );
      if (this.closed.aborted) throw this.closed.reason;
      if (time.aborted) throw streamRefused(this.name, address, `it does not answer within ${timeout} s`);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#lost.abort(new Error(`the connection to ${this.name} was closed`));
    await this.#master.close();
  }

  async #openPort(host: string, port: number): Promise<Duplex> {
    const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    const session = this.#sessions.start(['-W', address, '--', 'host']);
    const { child } = session;
    const before = this.#master.printed.length;
    child.stderr.resume();
    if (await session.opened) {
      return new ProcessStream(child, this.closed);
    }
    if (await this.#isLost()) throw this.closed.reason;
    throw streamRefused(
      this.name,
      address,
      openFailure(this.#master.printed.slice(before)) ?? session.refusal,
    );
  }

  /** Only a local socket leads to one of the host. OpenSSH accepts connections to it before it asks the host. */
  async #openPath(path: string): Promise<Duplex> {
    const local = join(this.#directory, `f.${++this.#streams}`);
    const refusal = await this.#sessions.control(['-O', 'forward', '-L', `${local}:${path}`]);
    if (refusal !== undefined) throw streamRefused(this.name, path, lastLine(refusal));
    const before = this.#master.printed.length;
    const stream = await connectTo(local);
    stream.once('close', () => {
      void this.#sessions
        .control(['-O', 'cancel', '-L', `${local}:${path}`])
        .then(() => rmSync(local, { force: true }));
    });
    let isOver = false;
    stream.once('close', () => {
      isOver = true;
    });
    stream.once('end', () => {
      isOver = true;
    });
    await this.#makeRoundTrip();
    if (isOver) {
      stream.destroy();
      throw streamRefused(
        this.name,
        path,
        openFailure(this.#master.printed.slice(before)) ?? 'the host refused it',
      );
    }
    return stream;
  }

  /**
   * Waits until the host has answered to everything that it was asked before: a stream to a port that nothing listens on
   * is refused at once.
   */
  async #makeRoundTrip(): Promise<void> {
    const session = this.#sessions.start(['-W', '127.0.0.1:1', '--', 'host']);
    session.child.stdout.resume();
    session.child.stderr.resume();
    await session.opened;
    session.child.kill();
  }

  /** Whether the connection is lost. The process that holds it may end a little later than the ones that use it. */
  async #isLost(): Promise<boolean> {
    await Promise.race([this.#master.ended, sleep(RETRY)]);
    return this.closed.aborted;
  }
}

/** Finds the reason for which the host refused a stream. */
function openFailure(printed: string): string | undefined {
  return /open failed: (.*)/.exec(printed)?.[1]?.trim();
}

function connectTo(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path, allowHalfOpen: true }, () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}
