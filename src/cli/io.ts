import { STANDARD_OUTPUT, UnwrittenOutput } from './unwritten-output.js';

/** A stream that the command writes to. */
export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string, written?: () => void): unknown;
}

/** The streams and the environment of the command; specs pass their own. */
export interface Io {
  /** Results, plans and summaries; with `--json`, only events. */
  readonly stdout: OutputStream;
  /** Errors, warnings and progress. */
  readonly stderr: OutputStream;
  readonly environment: NodeJS.ProcessEnv;
  /** The working directory. */
  readonly directory: string;
  /** What could not be written to the streams; undefined if they cannot fail. */
  readonly unwritten?: UnwrittenOutput | undefined;
  /** The run lock of this host, if it is not the default one. */
  readonly lockFile?: string | undefined;
}

/** Returns the streams and the environment of this process. */
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

/** Waits until everything that was written has been flushed. */
export async function flush({ stdout, stderr }: Io): Promise<void> {
  await Promise.all(
    [stdout, stderr].map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))),
  );
}
