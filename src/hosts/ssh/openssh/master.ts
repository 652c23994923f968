import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two looks for the socket. */
const PAUSE = 20;

/** Characters of the client's messages that are kept. */
const PRINTED = 16 * 1024;

/** The process of OpenSSH that holds a connection, which other processes use through its socket. */
export class Master {
  readonly socket: string;
  readonly #child: ChildProcess;
  readonly #guard: ChildProcess;
  #printed = '';
  /** Resolved when the process has ended. */
  readonly ended: Promise<void>;
  #hasEnded = false;
  #closing: Promise<void> | undefined;

  /**
   * Starts connecting.
   * @param directory Where its socket is; removed with everything in it, even if this process is killed.
   */
  constructor(directory: string, argv: readonly string[], environment: Readonly<Record<string, string>>) {
    this.socket = join(directory, 's');
    // A session of its own: an interrupt at the terminal must not end the connection.
    this.#child = spawn('ssh', ['-M', '-N', '-S', this.socket, ...argv], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...environment, LC_ALL: 'C' },
      detached: true,
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#printed = (this.#printed + text).slice(-PRINTED);
    });
    this.ended = new Promise((resolve) => {
      const end = () => {
        this.#hasEnded = true;
        resolve();
      };
      this.#child.once('close', end);
      this.#child.once('error', (error) => {
        this.#printed += error.message;
        end();
      });
    });
    this.#guard = guard(this.socket, directory);
  }

  /** What the client has printed. */
  get printed(): string {
    return this.#printed;
  }

  /** Waits until the connection is established. Returns false if the client has given up. */
  async isReady(signal: AbortSignal): Promise<boolean> {
    while (!existsSync(this.socket)) {
      if (this.#hasEnded) return false;
      await sleep(PAUSE, undefined, { signal });
    }
    return true;
  }

  /** Ends the client, once, however often it is called. */
  close(): Promise<void> {
    this.#closing ??= this.#closeNow();
    return this.#closing;
  }

  async #closeNow(): Promise<void> {
    this.#child.kill();
    await this.ended;
    this.#guard.stdin?.end();
    await new Promise((resolve) => this.#guard.once('exit', resolve));
  }
}

/**
 * Starts a shell that waits for the end of this process, however it ends, and then closes the connection and removes the
 * directory.
 */
function guard(socket: string, directory: string): ChildProcess {
  // By the socket, because the number of a process may be given to another one.
  const script = 'cat > /dev/null; ssh -F none -S "$1" -O exit host 2> /dev/null; rm -rf "$2"';
  const child = spawn('/bin/sh', ['-c', script, 'sh', socket, directory], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  child.unref();
  return child;
}
