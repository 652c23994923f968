import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { setImmediate } from 'node:timers/promises';
import { type Command, type CommandResult, OUTPUT_LIMIT } from '../command.js';
import { LimitedOutput } from '../limited-output.js';
import { LineBuffer } from '../line-buffer.js';

/** Milliseconds without output after which the output of an ended command is considered complete. */
const QUIET = 200;

/** The maximum number of such periods, in case a process that the command left behind continues to write. */
const ROUNDS = 10;

/** Collects the output of a child process until `finish` returns all of it. */
export function collectOutput(child: ChildProcess, onOutput: Command['onOutput']) {
  const out = collect(child.stdout, onOutput);
  const err = collect(child.stderr, onOutput);
  const [stdout, stderr] = [out.output, err.output];
  let isClosed = false;
  const closed = new Promise<void>((done) => {
    child.once('close', () => {
      isClosed = true;
      done();
    });
  });
  return {
    /**
     * Waits for the end of the output after the child has ended. A service that it left behind may keep the output open
     * forever: what arrives after a short silence does not belong to this command.
     */
    async finish(): Promise<Pick<CommandResult, 'stdout' | 'stderr'>> {
      let before = -1;
      for (let round = 0; round < ROUNDS && !isClosed && before !== stdout.total + stderr.total; round += 1) {
        before = stdout.total + stderr.total;
        await pause(closed);
      }
      detach(child.stdout);
      detach(child.stderr);
      out.end();
      err.end();
      return { stdout: stdout.text(), stderr: stderr.text() };
    },
  };
}

/** The output of one stream of a child, and the part of it that has not been passed on yet. */
interface Collected {
  readonly output: LimitedOutput;
  end(): void;
}

function collect(stream: Readable | null, onOutput: Command['onOutput']): Collected {
  const output = new LimitedOutput(OUTPUT_LIMIT);
  const decoder = new StringDecoder('utf8');
  const lines = new LineBuffer(onOutput ?? (() => {}));
  stream?.on('data', (chunk: Buffer) => {
    output.add(chunk);
    if (onOutput !== undefined) lines.add(decoder.write(chunk));
  });
  return {
    output,
    end() {
      lines.add(decoder.end());
      lines.end();
    },
  };
}

/** Waits for a moment, or less if all streams are closed earlier. */
async function pause(closed: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const moment = new Promise<void>((done) => {
    timer = setTimeout(done, QUIET);
  });
  await Promise.race([closed, moment]);
  clearTimeout(timer);
  // Timers run before reads: after a long iteration of the event loop, pending output still has to be read.
  await setImmediate();
}

/**
 * Reads and discards what a service still writes, because a closed pipe would kill it, without delaying the exit of
 * this process.
 */
function detach(stream: Readable | null): void {
  stream?.removeAllListeners('data');
  stream?.resume();
  if (stream instanceof Socket) stream.unref();
}
