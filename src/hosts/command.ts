import type { Secret } from '../secrets/secret.js';
import type { Links } from './host-files.js';

/** A program to run on a host. Arguments are a list: no shell parses them, unless the list names one. */
export interface Command {
  readonly argv: readonly [program: string, ...args: string[]];
  /**
   * Added to a small, fixed environment: `PATH`, `HOME`, `LANG=C.UTF-8`, and `USER` and `LOGNAME` if a user is given.
   * Nothing is inherited from the environment of this process. Programs that run before the command, to change its user
   * or its umask, do not see these variables. They may contain secrets, which `argv` must never contain.
   */
  readonly environment?: Readonly<Record<string, string | Secret>> | undefined;
  /**
   * The working directory. It is resolved like the path of a file, and stays the same even if it is renamed afterwards.
   * @default '/'
   */
  readonly directory?: string | undefined;
  /** Which links may lead to the directory. @default 'trusted' */
  readonly links?: Links | undefined;
  /** The user that it runs as, by name or number. @default the user of the connection */
  readonly user?: string | undefined;
  /** The group that it runs as. @default the primary group of the user */
  readonly group?: string | undefined;
  /** In octal digits. @default '022', independent of the umask of this process */
  readonly umask?: string | undefined;
  /**
   * The standard input: a complete file, so that a command never reads only a part of it if the run is killed.
   * @default empty
   */
  readonly input?: string | Buffer | Secret | undefined;
  /** Seconds, after which it is ended together with everything that it has started; 0 for no limit. @default 300 */
  readonly timeout?: number | undefined;
  /**
   * Whether it may leave a service running that it has started in a session of its own. If the run is killed, the next
   * one waits for the command itself to end, but not for what it has started.
   * @default false
   */
  readonly detaches?: boolean | undefined;
  /** Ends the command when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Called with output as it arrives, for progress: with whole lines of stdout and stderr, except for very long ones.
   */
  readonly onOutput?: ((text: string) => void) | undefined;
}

/** The result of a command. */
export interface CommandResult {
  /** The exit status; null if a signal ended it or it could not be started. */
  readonly status: number | null;
  /** The signal that ended it. */
  readonly signal: string | null;
  /** At most `OUTPUT_LIMIT` bytes; the middle of longer output is left out. */
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  /** The error code if it could not be started: `ENOENT`, `EACCES`. */
  readonly failure?: string | undefined;
}

/** The maximum number of bytes that are kept of each of the two output streams of a command. */
export const OUTPUT_LIMIT = 16 * 1024 * 1024;
