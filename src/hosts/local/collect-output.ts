import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CollectedStream } from '../collected-stream.js';
import type { Command, CommandResult } from '../command.js';

/** Milliseconds without output after which the output of an ended command is considered complete. */
const QUIET = 200;

/** The maximum number of such periods, in case a process that the command left behind continues to write. */
const ROUNDS = 10;

/** Collects the output of a child process until `finish` returns all of it. */
export function collectOutput(child: ChildProcess, onOutput: Command['onOutput']) {
  const stdout = collect(child.stdout, onOutput);
  const stderr = collect(child.stderr, onOutput);
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
      return { stdout: stdout.end(), stderr: stderr.end() };
    },
  };
}

function collect(stream: Readable | null, onOutput: Command['onOutput']): CollectedStream {
  const collected = new CollectedStream(onOutput);
  stream?.on('data', (chunk: Buffer) => collected.add(chunk));
  return collected;
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
