import { STANDARD_OUTPUT, UnwrittenOutput } from './unwritten-output.js';

/** A stream that the command writes to. */
export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string, written?: () => void): unknown;
}

/** What the command has of the world around it, so that a spec can give it another. */
export interface Io {
  /** Results, plans and summaries; with `--json` events and nothing else. */
  readonly stdout: OutputStream;
  /** Everything that is said about them: errors, warnings, progress. */
  readonly stderr: OutputStream;
  readonly environment: NodeJS.ProcessEnv;
  /** The working directory. */
  readonly directory: string;
  /** What could not be written to the streams; undefined where they cannot fail. */
  readonly unwritten?: UnwrittenOutput | undefined;
  /** The lock of this machine, where it is not the usual one. */
  readonly lockFile?: string | undefined;
}

/** The world of this process. */
export function processIo(): Io {
  const unwritten = new UnwrittenOutput();
  unwritten.watch(process.stdout, STANDARD_OUTPUT);
  unwritten.watch(process.stderr, 'standard error');
  return {
    unwritten,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    directory: process.cwd(),
  };
}

/** Waits until everything that was written has left the process. */
export async function flush({ stdout, stderr }: Io): Promise<void> {
  await Promise.all(
    [stdout, stderr].map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))),
  );
}
