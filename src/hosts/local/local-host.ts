import type { Facts } from '../../data/facts.js';
import type { Command, CommandResult } from '../command.js';
import { gatherFacts } from '../facts/gather-facts.js';
import type { Host } from '../host.js';
import type { HostFiles } from '../host-files.js';
import type { HostNetwork } from '../host-network.js';
import type { LockConflict, RunLock } from '../run-lock.js';
import { LocalFiles } from './local-files.js';
import { localMachine } from './local-machine.js';
import { LocalNetwork } from './local-network.js';
import { LocalLock } from './lock/local-lock.js';
import { lockHolder } from './lock/lock-holder.js';
import { lockPath, ROOT_LOCK } from './lock/lock-path.js';
import { runCommand } from './run-command.js';

/** Options of the local host. */
export interface LocalHostOptions {
  /**
   * The file that is locked by a run that changes this machine. Two runs with different files do not exclude each
   * other: set it only for runs that work on separate resources, as specs do.
   * @default '/run/glance-apply.lock'; for users other than root '/tmp/glance-apply-UID.lock'
   */
  readonly lockFile?: string | undefined;
}

/** This machine. */
export class LocalHost implements Host {
  readonly name = 'localhost';
  readonly files: HostFiles = new LocalFiles();
  readonly network: HostNetwork = new LocalNetwork();
  readonly #lockFile: string;
  readonly #lockFiles: readonly string[];
  #facts: Promise<Facts> | undefined;
  #lock: LocalLock | undefined;

  constructor({ lockFile }: LocalHostOptions = {}) {
    this.#lockFile = lockFile ?? lockPath();
    this.#lockFiles = lockFile === undefined ? [...new Set([this.#lockFile, ROOT_LOCK])] : [lockFile];
  }

  facts(): Promise<Facts> {
    this.#facts ??= gatherFacts(this.files, localMachine());
    return this.#facts;
  }

  run(command: Command): Promise<CommandResult> {
    return runCommand(this, command, this.#lock);
  }

  async lock(owner: string): Promise<RunLock | LockConflict> {
    const lock = await LocalLock.acquire(this, this.#lockFile, owner);
    if (lock instanceof LocalLock) this.#lock = lock;
    return lock;
  }

  /** A run of root also changes what the runs of other users read. */
  async holder(): Promise<string | undefined> {
    return this.#lockFiles.map(lockHolder).find((holder) => holder !== undefined);
  }

  async close(): Promise<void> {
    this.#facts = undefined;
  }
}

/** Returns this machine, with the rights of this process. */
export function localHost(options?: LocalHostOptions): LocalHost {
  return new LocalHost(options);
}
