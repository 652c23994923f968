import { type ChildProcess, spawn } from 'node:child_process';
import { once, setMaxListeners } from 'node:events';
import { closeSync } from 'node:fs';
import { reveal } from '../../secrets/secret.js';
import type { Command, CommandResult } from '../command.js';
import type { Host } from '../host.js';
import { codeOf } from '../system-error.js';
import { collectOutput } from './collect-output.js';
import { inputFile } from './input-file.js';
import { type Launch, withLaunch } from './launch.js';
import type { LocalLock } from './lock/local-lock.js';
import type { RecordedCommand } from './lock/lock-record.js';
import { endGroup } from './process-group.js';

const DEFAULT_TIMEOUT = 300;
/** In milliseconds: Node fires longer timers immediately. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Runs a program on this machine to its end; see `Host.run`.
 * @param lock The lock of the run that it belongs to.
 */
export async function runCommand(
  host: Host,
  command: Command,
  lock: LocalLock | undefined,
): Promise<CommandResult> {
  let record: RecordedCommand | undefined;
  try {
    const followed = await withLaunch(host, command, (launch) => {
      if ('failure' in launch) return () => failed(launch.failure);
      if (command.signal?.aborted === true) return () => failed('ABORT_ERR');
      record = lock?.begin(command);
      const child = start(launch, command);
      if (typeof child === 'string') return () => failed(child);
      if (child.pid !== undefined) record?.setPid(child.pid);
      const result = follow(child, command);
      return () => result;
    });
    return await followed();
  } finally {
    record?.end();
  }
}

/** Starts the child, or returns the error code if the system refuses to start it. */
function start(launch: Launch, command: Command): ChildProcess | string {
  try {
    const stdin = command.input === undefined ? 'ignore' : inputFile(reveal<string | Buffer>(command.input));
    try {
      return spawn(launch.program, launch.args, { ...launch.options, stdio: [stdin, 'pipe', 'pipe'] });
    } finally {
      if (stdin !== 'ignore') closeSync(stdin);
    }
  } catch (error) {
    return codeOf(error) ?? 'EINVAL';
  }
}

async function follow(child: ChildProcess, command: Command): Promise<CommandResult> {
  const output = collectOutput(child, command.onOutput);
  const exited = once(child, 'exit');
  const stopper = stopAtLimits(child, command);
  try {
    const [status, signal] = await exited;
    const timedOut = await stopper.finish();
    return { status, signal, ...(await output.finish()), timedOut };
  } catch (error) {
    return failed(codeOf(error) ?? 'EINVAL');
  } finally {
    await stopper.finish();
  }
}

/** Ends the command at its timeout or when it is aborted, until `finish` is called. */
function stopAtLimits(child: ChildProcess, { timeout = DEFAULT_TIMEOUT, signal }: Command) {
  let timedOut = false;
  let ending: Promise<void> | undefined;
  const end = () => {
    if (child.pid !== undefined) ending ??= endGroup(child.pid);
  };
  const expire = () => {
    timedOut = true;
    end();
  };
  const timer = timeout > 0 ? setTimeout(expire, Math.min(timeout * 1000, LONGEST_TIMER)) : undefined;
  if (signal !== undefined) {
    // One signal ends all commands of a run: Node would otherwise print a warning about a leak because of the many
    // listeners.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', end);
  }
  return {
    /** Waits until everything that was to be ended has ended; returns whether the timeout was reached. */
    async finish(): Promise<boolean> {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      await ending;
      return timedOut;
    },
  };
}

function failed(failure: string): CommandResult {
  return { status: null, signal: null, stdout: '', stderr: '', timedOut: false, failure };
}
