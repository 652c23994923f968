import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Command, CommandResult } from '../command.js';
import type { Holding } from '../holding.js';
import type { Host } from '../host.js';
import { codeOf } from '../refusal.js';
import { collectOutput } from './collect-output.js';
import { prepare } from './launch.js';

/** Starts a program of this machine that stays; see `Host.hold`. */
export async function holdCommand(host: Host, argv: Command['argv'], input: string): Promise<Holding> {
  const launch = await prepare(host, { argv });
  if ('failure' in launch) return endedAlready({ failure: launch.failure });
  const child = spawn(launch.program, launch.args, { ...launch.options, stdio: 'pipe' });
  child.stdin.on('error', () => undefined);
  child.stdin.write(input);
  const output = collectOutput(child, undefined);
  const ended = once(child, 'exit').then(
    async ([status, signal]): Promise<Partial<CommandResult>> => ({
      status,
      signal,
      ...(await output.finish()),
    }),
    (error: unknown): Partial<CommandResult> => ({ failure: codeOf(error) ?? 'EINVAL' }),
  );
  const lines = createInterface({ input: child.stdout });
  const first = new Promise<string>((done) => {
    lines.once('line', done);
  });
  const outcome = await Promise.race([first, ended]);
  if (typeof outcome !== 'string') return endedAlready(outcome);
  ignoreAtExit(child);
  return {
    line: outcome,
    result: undefined,
    release: async () => {
      child.ref();
      child.stdin.end();
      await ended;
    },
  };
}

function endedAlready(result: Partial<CommandResult>): Holding {
  const blank: CommandResult = { status: null, signal: null, stdout: '', stderr: '', timedOut: false };
  return { line: undefined, result: { ...blank, ...result }, release: async () => undefined };
}

/** What is held must not keep this process from ending; its end is what lets go. */
function ignoreAtExit(child: ChildProcess): void {
  child.unref();
  for (const stream of child.stdio) if (stream instanceof Socket) stream.unref();
}
