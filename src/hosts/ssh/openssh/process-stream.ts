import { Duplex } from 'node:stream';
import type { SessionProcess } from './session.js';

/** The input and the output of a process as one stream. */
export class ProcessStream extends Duplex {
  /** @param lost Aborted when the connection is lost, which the stream then reports as an error. */
  constructor(
    private readonly child: SessionProcess,
    lost: AbortSignal,
  ) {
    super({ allowHalfOpen: true });
    child.stdout.on('data', (chunk: Buffer) => {
      if (!this.push(chunk)) child.stdout.pause();
    });
    child.stdout.once('end', () => {
      if (lost.aborted) this.destroy(lost.reason);
      else this.push(null);
    });
  }

  override _read(): void {
    this.child.stdout.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.child.stdin.write(chunk, done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.child.stdin.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.child.stdin.destroy();
    this.child.stdout.destroy();
    this.child.kill();
    done(error);
  }
}
