import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { setImmediate } from 'node:timers/promises';
import { type Command, type CommandResult, OUTPUT_LIMIT } from '../command.js';
import { LimitedOutput } from '../limited-output.js';
import { LineBuffer } from '../line-buffer.js';

/** Milliseconds without output after which a command that has ended is taken to have said all. */
const QUIET = 200;

/** How often that is waited for at most, where something that the command left behind keeps talking. */
const ROUNDS = 10;

/** Collects what a child writes, until `finish` has the last of it. */
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
     * Waits for the end of the output, after the child's own. A service that it left behind may hold the output
     * open for ever: what comes after a moment's silence is not this command's.
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

/** What one stream of a child has said, and what of it has not been passed on yet. */
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

/** Waits for a moment, or less where all is closed before. */
async function pause(closed: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const moment = new Promise<void>((done) => {
    timer = setTimeout(done, QUIET);
  });
  await Promise.race([closed, moment]);
  clearTimeout(timer);
  // Timers run before reads do: after a long turn of others, what has come meanwhile is still to be read.
  await setImmediate();
}

/** A service must not die of a closed pipe: what it still writes is read and forgotten, and holds up no exit. */
function detach(stream: Readable | null): void {
  stream?.removeAllListeners('data');
  stream?.resume();
  if (stream instanceof Socket) stream.unref();
}
