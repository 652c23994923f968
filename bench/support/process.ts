import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Sample } from './measurement.js';

/** A program with its arguments and the exit status that it must have. */
export interface Program {
  readonly argv: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** @default 0 */
  readonly status?: number;
}

/** The milliseconds between two readings of the memory of a process. */
const SAMPLE_INTERVAL = 2;

/** The maximum size of the output of a program. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/** Measures the time of a whole process, from before it is started until it has ended. */
export function measureTime(program: Program): Sample {
  const [command, ...args] = program.argv;
  const started = performance.now();
  const { status, error, stderr } = spawnSync(command, args, {
    env: environment(program),
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: MAX_OUTPUT,
  });
  const milliseconds = performance.now() - started;
  if (error !== undefined) throw error;
  checkStatus(program, status, stderr.toString());
  return { milliseconds };
}

/** Returns the standard output of a process. */
export function captureOutput(program: Program): string {
  const [command, ...args] = program.argv;
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    env: environment(program),
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: MAX_OUTPUT,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  checkStatus(program, status, stderr);
  return stdout;
}

/** Measures the peak memory of a process (VmHWM of proc(5)); this makes the process slower. */
export async function measureMemory(program: Program): Promise<Sample> {
  const [command, ...args] = program.argv;
  const started = performance.now();
  const child = spawn(command, args, { env: environment(program), stdio: 'ignore' });
  let kibibytes = 0;
  const timer = setInterval(() => {
    kibibytes = Math.max(kibibytes, highWaterMark(child.pid));
  }, SAMPLE_INTERVAL);
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    checkStatus(program, status, '');
  } finally {
    clearInterval(timer);
  }
  return { milliseconds: performance.now() - started, megabytes: kibibytes / 1024 };
}

function highWaterMark(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    // The process has ended in the meantime.
    return 0;
  }
}

function environment({ env = {} }: Program): NodeJS.ProcessEnv {
  return { ...process.env, NO_COLOR: '1', ...env };
}

function checkStatus({ argv, status: expected = 0 }: Program, status: number | null, errors: string): void {
  if (status === expected) return;
  throw new Error(`${argv.join(' ')} ended with ${status ?? 'a signal'} instead of ${expected}\n${errors}`);
}
