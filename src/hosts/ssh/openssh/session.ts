import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { type FSWatcher, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** How often the log is read at least, in milliseconds, in case that the system drops a notification. */
const PAUSE = 500;

/** A process of OpenSSH that uses the connection of another one, for a command or a stream. */
export type SessionProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts processes that use one connection. */
export class Sessions {
  #count = 0;

  constructor(
    private readonly directory: string,
    private readonly socket: string,
  ) {}

  /**
   * Starts a process. It never opens a connection of its own: what OpenSSH would use for that is a program that fails.
   * @param argv `['--', 'host', command]` or `['-W', address, '--', 'host']`.
   */
  start(argv: readonly string[]): Session {
    const log = join(this.directory, `log.${++this.#count}`);
    writeFileSync(log, '', { mode: 0o600 });
    const common = ['-F', 'none', '-S', this.socket, '-o', 'ControlMaster=no', '-o', 'ProxyCommand=false'];
    const child = spawn('ssh', [...common, '-T', '-o', 'LogLevel=DEBUG2', '-E', log, ...argv], {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    return new Session(child, log);
  }

  /** Runs a command of the connection itself, such as `-O forward`, and returns what it printed if it failed. */
  control(argv: readonly string[]): Promise<string | undefined> {
    const child = spawn('ssh', ['-F', 'none', '-S', this.socket, ...argv, 'host'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let printed = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
    return new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (status) =>
        resolve(status === 0 ? undefined : printed.trim() || `it ended with ${status}`),
      );
    });
  }
}

/** One such process. What it says of itself is in a file, apart from the output of the command. */
export class Session {
  readonly #watcher: FSWatcher;
  readonly #timer: NodeJS.Timeout;
  #log = '';
  readonly #look: () => void;
  /** Resolved when the process and its output have ended, with the status of the command; null if it has none. */
  readonly ended: Promise<number | null>;
  /** Whether the server has opened the channel; resolved as soon as that is known. */
  readonly opened: Promise<boolean>;

  constructor(
    readonly child: SessionProcess,
    private readonly path: string,
  ) {
    let open: (isOpen: boolean) => void = () => {};
    this.opened = new Promise((resolve) => {
      open = resolve;
    });
    this.#look = () => {
      this.#log = readFileSync(this.path, 'utf8');
      if (/master session id: \d+/.test(this.#log)) open(true);
    };
    this.#watcher = watch(this.path, this.#look);
    this.#timer = setInterval(this.#look, PAUSE);
    // A command that ends before it has read its input is judged by its status.
    child.stdin.on('error', () => {});
    this.ended = new Promise((resolve) => {
      child.once('error', () => child.emit('close', null));
      child.once('close', () => {
        this.#look();
        open(false);
        this.#watcher.close();
        clearInterval(this.#timer);
        rmSync(this.path, { force: true });
        const [, status] = /Received exit status from master (\d+)/.exec(this.#log) ?? [];
        resolve(status === undefined ? null : Number(status));
      });
    });
  }

  /** Why the channel was not opened. */
  get refusal(): string {
    const [, reason] = /[Rr]equest failed: (.*)/.exec(this.#log) ?? [];
    return reason?.trim() ?? 'the server refused it';
  }
}
