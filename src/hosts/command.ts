import type { Secret } from '../secrets/secret.js';
import type { Links } from './host-files.js';

/** A program to run on a host. Arguments are a list: no shell reads them, unless the list names one. */
export interface Command {
  readonly argv: readonly [program: string, ...args: string[]];
  /**
   * Added to a small, fixed environment: `PATH`, `HOME`, `LANG=C.UTF-8`, and `USER` and `LOGNAME` where a user is
   * given. Of the environment of this process there is nothing in it. Programs that stand before the command, to
   * change its user or its umask, do not see it. A secret may stand here, never in `argv`.
   */
  readonly environment?: Readonly<Record<string, string | Secret>> | undefined;
  /**
   * The program starts in what is walked to as for a step on files, whatever becomes of its name meanwhile.
   * @default '/'
   */
  readonly directory?: string | undefined;
  /** Which links the directory may be reached through. @default 'trusted' */
  readonly links?: Links | undefined;
  /** Run as this user, by name or number. @default the user of the connection */
  readonly user?: string | undefined;
  /** Run as this group. @default the user's own */
  readonly group?: string | undefined;
  /** In octal digits. @default '022', whatever that of this process is */
  readonly umask?: string | undefined;
  /**
   * Its standard input: a finished file, so that a run that is killed never leaves a command with a part of it.
   * @default nothing
   */
  readonly input?: string | Buffer | Secret | undefined;
  /** Seconds, after which it is ended with all that it started; 0 for none. @default 300 */
  readonly timeout?: number | undefined;
  /**
   * It may leave a service running that it has started in its own session. Where the run is killed, the next one waits
   * for the end of the command itself, and not of what it has started. @default false
   */
  readonly detaches?: boolean | undefined;
  /** Ends the command when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Called with output as it comes, for progress: with whole lines of one of both streams, but for very long ones. */
  readonly onOutput?: ((text: string) => void) | undefined;
}

/** What a command left behind. */
export interface CommandResult {
  /** The exit status; null where a signal ended it or it could not be started. */
  readonly status: number | null;
  /** The signal that ended it. */
  readonly signal: string | null;
  /** At most `OUTPUT_LIMIT` bytes, the middle left out where it was longer. */
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  /** Why it could not be started: `ENOENT`, `EACCES`. */
  readonly failure?: string | undefined;
}

/** How much of a command's output is kept, in bytes for each of both streams. */
export const OUTPUT_LIMIT = 16 * 1024 * 1024;
