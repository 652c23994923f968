import type { Command } from '../command.js';
import type { Host } from '../host.js';
import { HostError } from '../host-error.js';
import { commandMark, parseOwner } from '../local/lock/lock-record.js';
import { findRemainingProcesses } from '../local/lock/remaining-processes.js';
import type { LockConflict, RunLock } from '../run-lock.js';
import { call } from './files/remote-step.js';
import { toolError } from './files/tool-error.js';
import { remoteProcesses } from './remote-processes.js';
import type { CommandRecord } from './run-remote-command.js';
import type { TargetIdentity, TargetSession } from './session/target-session.js';

/** The exit status of `acquire` if another process has locked the file. */
const HELD = 3;

/** The other run may have acquired the lock without having written its name yet. */
const UNNAMED = 'it has not told its name yet';

/**
 * The lock of a host behind SSH: the same file as that of a run on the host itself. The program on the host holds it,
 * and so does each command until it has ended, even if the connection is lost.
 */
export class RemoteLock implements RunLock {
  readonly #lost = new AbortController();
  #commands = 0;
  #released = false;

  private constructor(
    private readonly session: TargetSession,
    readonly owner: string,
  ) {
    for (const signal of [session.lost, session.lockLost]) {
      const lose = () => {
        if (!this.#released) this.#lost.abort(signal.reason);
      };
      if (signal.aborted) lose();
      else signal.addEventListener('abort', lose, { once: true });
    }
  }

  /**
   * Acquires the lock without waiting.
   * @param owner The name of the holder for other runs, in one line.
   */
  static async acquire(
    host: Pick<Host, 'files'>,
    session: TargetSession,
    { pid, started }: TargetIdentity,
    path: string,
    owner: string,
  ): Promise<RemoteLock | LockConflict> {
    const here = { inProgram: true };
    const { status, errors } = await session.send(call('acquire', path), here);
    if (status !== 0 && status !== HELD) {
      const { message } = toolError(errors);
      throw new HostError(`cannot lock ${path}: ${message}`, undefined, path);
    }
    const [record] = await host.files.read([path]);
    const text = Buffer.isBuffer(record) ? record.toString('utf8') : '';
    if (status === HELD) return { heldBy: parseOwner(text)?.owner ?? UNNAMED };
    const left = text === '' ? undefined : findRemainingProcesses(text, await remoteProcesses(host));
    if (left !== undefined) {
      await session.send('forget_lock', here);
      return { heldBy: `${left.owner}; it was killed and left running: ${left.processes.join(', ')}` };
    }
    await session.send(call('claim', JSON.stringify({ owner, pid, started })), here);
    return new RemoteLock(session, owner);
  }

  get isHeld(): boolean {
    return !this.#released && !this.#lost.signal.aborted;
  }

  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Returns what the host records of a command, so that it excludes other runs even if the connection is lost. */
  record({ argv: [program, ...args], detaches }: Command): CommandRecord | undefined {
    if (this.#released) return undefined;
    const number = ++this.#commands;
    const mark = { begin: number, ...commandMark(program, args), ...(detaches ? { detaches } : {}) };
    return { number, begin: JSON.stringify(mark) };
  }

  async release(): Promise<void> {
    if (this.#released) return;
    this.#released = true;
    if (!this.session.lost.aborted) await this.session.send('release', { inProgram: true });
  }
}
