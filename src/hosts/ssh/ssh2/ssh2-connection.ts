import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, ClientChannel } from 'ssh2';
import { messageOf } from '../../../errors/glance-apply-error.js';
import { markOutcomeUnknown } from '../../../errors/outcome-unknown.js';
import type { StreamAddress } from '../../host-network.js';
import { ChannelSlots } from '../channel-slots.js';
import type { ChannelEnd, SshChannel, SshConnection } from '../connection.js';
import { channelRefused, connectionLost, streamRefused } from '../failures.js';
import { ChannelStream } from './channel-stream.js';
import { watchSilence } from './watch-silence.js';

/** What a connection is made of, once its user is logged in. */
export interface LoggedIn {
  readonly name: string;
  readonly target: string;
  readonly transport: string;
  readonly client: Client;
  /** What the client talks over: a socket, or a stream through a jump host. */
  readonly stream: Duplex;
  /** Seconds of silence after which the server counts as dead. */
  readonly silence: number;
  /** The maximum number of commands at the same time. */
  readonly channels: number;
  /** Closes what the stream goes through. */
  closeBelow(): Promise<void>;
}

/** The reasons for which a server refuses a channel, by the numbers of the protocol. */
const PROHIBITED = 1;
const CONNECT_FAILED = 2;

/** Milliseconds between two attempts to open a channel that the server has no room for, and how long to keep trying. */
const RETRY = 200;
const PATIENCE = 10_000;

/** Milliseconds for a server to close a connection that is no longer needed. */
const CLOSING = 2000;

/** A connection by ssh2, which is part of this program. */
export class Ssh2Connection implements SshConnection {
  readonly name: string;
  readonly target: string;
  readonly transport: string;
  readonly #client: Client;
  readonly #closeBelow: () => Promise<void>;
  readonly #slots: ChannelSlots;
  readonly #lost = new AbortController();
  readonly #ended: Promise<void>;

  constructor({ name, target, transport, client, stream, silence, channels, closeBelow }: LoggedIn) {
    this.name = name;
    this.target = target;
    this.transport = transport;
    this.#client = client;
    this.#closeBelow = closeBelow;
    this.#slots = new ChannelSlots(channels);
    const endWatch = watchSilence(stream, silence, () => {
      this.#lose(`nothing has arrived for ${silence} s`);
      stream.destroy();
    });
    client.on('error', (error) => this.#lose(error.message));
    this.#ended = new Promise((resolve) => {
      client.once('close', () => {
        endWatch();
        this.#lose('the host closed the connection');
        resolve();
      });
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
      try {
        return await this.#start(command, isOver, release);
      } catch (error) {
        release();
        if (!(error instanceof NoRoom)) throw error;
        // Others of this connection have the room; without any, somebody else may have it for a while.
        const others = this.#slots.taken;
        if (others > 0) this.#slots.reduce(others);
        else if (performance.now() - started > PATIENCE)
          throw channelRefused(this.name, 'start a command', error.message);
        await sleep(RETRY, undefined, { signal: isOver }).catch(() => isOver.throwIfAborted());
      }
    }
  }

  async forward(to: StreamAddress, timeout: number, signal?: AbortSignal): Promise<Duplex> {
    const address = 'path' in to ? to.path : `${to.address}:${to.port}`;
    const time = AbortSignal.timeout(timeout * 1000);
    const isOver = AbortSignal.any([this.closed, time, ...(signal === undefined ? [] : [signal])]);
    try {
      for (;;) {
        try {
          return await this.#openStream(to, address, isOver);
        } catch (error) {
          if (!(error instanceof NoRoom)) throw error;
          await sleep(RETRY, undefined, { signal: isOver });
        }
      }
    } catch (error) {
      if (this.closed.aborted) throw this.closed.reason;
      if (time.aborted) throw streamRefused(this.name, address, `it does not answer within ${timeout} s`);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#lost.abort(new Error(`the connection to ${this.name} was closed`));
    this.#client.end();
    await Promise.race([this.#ended, sleep(CLOSING, undefined, { ref: false })]);
    this.#client.destroy();
    await this.#closeBelow();
  }

  #lose(reason: string): void {
    // The first reason is kept.
    if (!this.closed.aborted) this.#lost.abort(connectionLost(this.name, reason));
  }

  /** @param release Called when the channel has been closed. */
  async #start(command: string, isOver: AbortSignal, release: () => void): Promise<SshChannel> {
    try {
      return await this.#open(
        isOver,
        (done) => this.#client.exec(command, done),
        (channel) => {
          channel.once('close', release);
          return toSshChannel(channel);
        },
        (error) =>
          'reason' in error
            ? new NoRoom(error.message)
            : channelRefused(this.name, 'start a command', error.message),
      );
    } catch (error) {
      if (!this.closed.aborted) throw error;
      // Whether the server had received the request cannot be told.
      throw markOutcomeUnknown(connectionLost(this.name, 'it is unknown whether a command was started'));
    }
  }

  #openStream(to: StreamAddress, address: string, isOver: AbortSignal): Promise<Duplex> {
    return this.#open(
      isOver,
      (done) => {
        if ('path' in to) this.#client.openssh_forwardOutStreamLocal(to.path, done);
        else this.#client.forwardOut('127.0.0.1', 0, to.address, to.port, done);
      },
      (channel) => new ChannelStream(channel, this.closed),
      (error) => {
        const reason = error.message.replace('(SSH) Channel open failure: ', '');
        if (!('reason' in error)) return streamRefused(this.name, address, reason);
        if (error.reason === CONNECT_FAILED) return streamRefused(this.name, address, reason);
        if (error.reason === PROHIBITED)
          return channelRefused(this.name, `open a stream to ${address}`, reason);
        return new NoRoom(error.message);
      },
    );
  }

  /**
   * Opens a channel. One that is opened after the wait for it has ended is closed again.
   * @param accept Called at once: all that a short command sends may have arrived together.
   */
  #open<T>(
    isOver: AbortSignal,
    request: (done: (error: Error | undefined, channel: ClientChannel) => void) => void,
    accept: (channel: ClientChannel) => T,
    explain: (error: Error) => Error,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      isOver.throwIfAborted();
      const leave = () => reject(isOver.reason);
      isOver.addEventListener('abort', leave, { once: true });
      const finish = (error: Error | undefined, channel: ClientChannel) => {
        isOver.removeEventListener('abort', leave);
        if (error) reject(explain(error));
        else if (isOver.aborted) {
          channel.close();
          channel.resume();
        } else resolve(accept(channel));
      };
      try {
        request(finish);
      } catch (error) {
        // ssh2 throws if the connection is being closed.
        this.#lose(messageOf(error));
        leave();
      }
    });
  }
}

/** A server that has no room for another channel at the moment. */
class NoRoom extends Error {}

/** Waits until the server has closed a channel, which it does after the output and the status. */
function endOf(channel: ClientChannel): Promise<ChannelEnd> {
  let end: ChannelEnd = { status: null, signal: null };
  channel.once('exit', (status: number | null, signal?: string) => {
    end = { status, signal: signal?.replace(/^SIG/, '') ?? null };
  });
  return new Promise((resolve) => channel.once('close', () => resolve(end)));
}

function toSshChannel(channel: ClientChannel): SshChannel {
  const stream = new ChannelStream(channel);
  return {
    input: stream,
    output: stream,
    errors: channel.stderr,
    ended: endOf(channel),
    close: () => {
      stream.destroy();
      channel.stderr.resume();
    },
  };
}
