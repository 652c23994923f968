import { Duplex } from 'node:stream';
import type { ClientChannel } from 'ssh2';

/**
 * A channel of ssh2 as an ordinary stream. ssh2's own never finish a write after the server has closed the channel, and
 * ignore `destroy(error)`.
 */
export class ChannelStream extends Duplex {
  #isClosed = false;
  /** Completes a write that ssh2 keeps until the server has room for it. */
  #pending: ((error?: Error) => void) | undefined;

  /** @param lost Aborted when the connection is lost, which the stream then reports as an error. */
  constructor(
    private readonly channel: ClientChannel,
    lost?: AbortSignal,
  ) {
    // Destroyed when the server has closed the channel: destroyed as soon as both directions have ended, it would be
    // closed before the status of a command arrives.
    super({ allowHalfOpen: true, autoDestroy: false });
    channel.on('data', (chunk: Buffer) => {
      if (!this.destroyed && !this.push(chunk)) channel.pause();
    });
    channel.on('end', () => this.push(null));
    channel.on('close', () => this.#close(lost?.aborted === true ? lost.reason : undefined));
  }

  override _read(): void {
    this.channel.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    // What nobody reads any more is dropped, as by a closed pipe: how the channel ended says more than an error here.
    if (this.#isClosed) {
      done();
      return;
    }
    this.#pending = done;
    this.channel.write(chunk, () => this.#complete());
  }

  override _final(done: () => void): void {
    if (!this.#isClosed) this.channel.end();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (!this.#isClosed) this.channel.close();
    // What still arrives is dropped: the channel is only free again when all of it has been read.
    this.channel.resume();
    this.#complete();
    done(error);
  }

  #complete(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.();
  }

  #close(error: Error | undefined): void {
    this.#isClosed = true;
    this.#complete();
    if (error !== undefined) this.destroy(error);
    else if (this.readableEnded) this.destroy();
    else this.once('end', () => this.destroy());
  }
}
