import { spawn } from 'node:child_process';

/** What a command of the lab gave. */
export interface Output {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds. */
  readonly duration: number;
}

/** What a command of the lab may be told. */
export interface CommandOptions {
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory?: string;
}

/** Runs a program to its end; a status other than 0 is a result. */
export function command(argv: readonly string[], options: CommandOptions = {}): Promise<Output> {
  const [program, ...args] = argv as [string, ...string[]];
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.directory,
      env: options.environment ? { ...process.env, ...options.environment } : process.env,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({
        status,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
        duration: performance.now() - started,
      }),
    );
    // A program that ends before it has read its input is judged by its status.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

/** Runs a program that must succeed; gives its standard output. */
export async function must(argv: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { status, stdout, stderr } = await command(argv, options);
  if (status === 0) return stdout;
  throw new Error(`${argv.join(' ')} ended with ${status}:\n${(stderr || stdout).slice(-2000)}`);
}
