import { closeSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Command } from '../../command.js';
import type { Host } from '../../host.js';
import type { LockConflict, RunLock } from '../../run-lock.js';
import { isSameFile, openLocked } from './flock.js';
import { LockRecord, parseOwner, type RecordedCommand } from './lock-record.js';
import { findRemainingProcesses } from './remaining-processes.js';

/** The other run may have acquired the lock without having written its name yet. */
const UNNAMED = 'a run that has not written its name yet';

/** Milliseconds between two checks that the lock file still exists. */
const WATCH = 500;

/** The lock of this machine, held by this process. */
export class LocalLock implements RunLock {
  readonly #record: LockRecord;
  readonly #lost = new AbortController();
  readonly #watch: NodeJS.Timeout;
  #released = false;

  private constructor(
    private readonly path: string,
    private readonly descriptor: number,
    owner: string,
  ) {
    this.#record = new LockRecord(descriptor, owner);
    this.#watch = setInterval(() => this.#checkLockFile(), WATCH).unref();
  }

  /**
   * Acquires the lock without waiting.
   * @param owner The name of the holder for other runs, in one line.
   */
  static async acquire(host: Host, path: string, owner: string): Promise<LocalLock | LockConflict> {
    const descriptor = await openLocked(host, path);
    if (descriptor === undefined)
      return { heldBy: parseOwner(await readFile(path, 'utf8').catch(() => ''))?.owner ?? UNNAMED };
    const remaining = findRemainingProcesses(readFileSync(descriptor, 'utf8'));
    if (remaining === undefined) return new LocalLock(path, descriptor, owner);
    closeSync(descriptor);
    return {
      heldBy: `${remaining.owner}; it was killed, and its commands are still running: ${remaining.processes.join(', ')}`,
    };
  }

  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Records a command before it begins, so that it excludes other runs even if this process is killed. */
  begin(command: Command): RecordedCommand | undefined {
    return this.#released ? undefined : this.#record.begin(command);
  }

  async release(): Promise<void> {
    clearInterval(this.#watch);
    this.#released = true;
    this.#record.close();
  }

  #checkLockFile(): void {
    if (isSameFile(this.path, this.descriptor)) return;
    clearInterval(this.#watch);
    this.#lost.abort(
      new Error(`the lock file ${this.path} was removed or replaced: another run may have begun`),
    );
  }
}
