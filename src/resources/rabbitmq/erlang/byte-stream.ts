import type { Duplex } from 'node:stream';
import { ensureDefined } from '../../../errors/ensure-defined.js';

/** The number of bytes that are buffered before the stream is paused. */
const MAX_BUFFERED = 64 * 1024;

/** Reads the bytes of a connection in pieces of a given size. */
export class ByteStream {
  #buffered: Buffer[] = [];
  #size = 0;
  #waiting: { readonly size: number; resolve(bytes: Buffer): void; reject(error: Error): void } | undefined;
  #ended: Error | undefined;

  constructor(readonly stream: Duplex) {
    stream.on('data', (chunk: Buffer) => {
      this.#buffered.push(chunk);
      this.#size += chunk.length;
      this.#serve();
      if (this.#waiting === undefined && this.#size > MAX_BUFFERED) stream.pause();
    });
    stream.once('error', (error: Error) => this.#end(error));
    stream.once('close', () => this.#end(new Error('the connection was closed')));
  }

  /** Returns the next bytes; rejects if the connection ends before. */
  read(size: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { size, resolve, reject };
      this.#serve();
      if (this.#waiting !== undefined && this.stream.isPaused()) this.stream.resume();
    });
  }

  write(bytes: Buffer): void {
    this.stream.write(bytes);
  }

  /** Ends the connection if the work over it takes longer than so many seconds. */
  async within<T>(seconds: number, work: Promise<T>): Promise<T> {
    const late = () => this.stream.destroy(new Error(`no response within ${seconds} seconds`));
    const timer = setTimeout(late, seconds * 1000);
    return work.finally(() => clearTimeout(timer));
  }

  /** Ends the connection at once. */
  destroy(): void {
    this.stream.destroy();
  }

  #serve(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    if (this.#size >= waiting.size) {
      this.#waiting = undefined;
      const all =
        this.#buffered.length === 1 ? ensureDefined(this.#buffered[0]) : Buffer.concat(this.#buffered);
      this.#buffered = [all.subarray(waiting.size)];
      this.#size -= waiting.size;
      waiting.resolve(all.subarray(0, waiting.size));
    } else if (this.#ended !== undefined) {
      this.#waiting = undefined;
      waiting.reject(this.#ended);
    }
  }

  #end(error: Error): void {
    this.#ended ??= error;
    this.#serve();
  }
}
