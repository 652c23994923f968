import { StringDecoder } from 'node:string_decoder';
import { type Command, OUTPUT_LIMIT } from './command.js';
import { LimitedOutput } from './limited-output.js';
import { LineBuffer } from './line-buffer.js';

/** One of the two output streams of a command, as it is collected and passed on. */
export class CollectedStream {
  readonly #output = new LimitedOutput(OUTPUT_LIMIT);
  readonly #decoder = new StringDecoder('utf8');
  readonly #lines: LineBuffer | undefined;

  /** @param onOutput Receives whole lines as they arrive. */
  constructor(onOutput: Command['onOutput']) {
    this.#lines = onOutput && new LineBuffer(onOutput);
  }

  /** The number of bytes received so far. */
  get total(): number {
    return this.#output.total;
  }

  add(chunk: Buffer): void {
    this.#output.add(chunk);
    this.#lines?.add(this.#decoder.write(chunk));
  }

  /** Passes on an incomplete last line, and returns the output. */
  end(): string {
    this.#lines?.add(this.#decoder.end());
    this.#lines?.end();
    return this.#output.text();
  }
}
