import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Sample } from './measurement.js';

/** A program with its arguments, and what it has to end with to count. */
export interface Program {
  readonly argv: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** @default 0 */
  readonly status?: number;
}

/** Milliseconds between two looks at the memory of a process. */
const SAMPLE_INTERVAL = 2;

/** As much as a program may say. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/** Times a whole process from outside: from before it is started until it has ended. */
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

/** What a process said on its standard output. */
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

/** Follows the high-water mark of a process's memory (VmHWM of proc(5)); its time suffers from that. */
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
    // It has ended in between.
    return 0;
  }
}

function environment({ env = {} }: Program): NodeJS.ProcessEnv {
  return { ...process.env, NO_COLOR: '1', ...env };
}

function checkStatus({ argv, status: wanted = 0 }: Program, status: number | null, errors: string): void {
  if (status === wanted) return;
  throw new Error(`${argv.join(' ')} ended with ${status ?? 'a signal'} instead of ${wanted}\n${errors}`);
}
