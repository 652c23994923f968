import type { Facts } from '../../data/facts.js';
import type { Command, CommandResult } from '../command.js';
import { gatherFacts } from '../facts/gather-facts.js';
import type { Host } from '../host.js';
import type { HostFiles } from '../host-files.js';
import type { HostNetwork } from '../host-network.js';
import { identityFor, SETPRIV } from '../local/identity.js';
import { lockPath, ROOT_LOCK } from '../local/lock/lock-path.js';
import type { LockConflict, RunLock } from '../run-lock.js';
import type { SshConnection } from './connection.js';
import { SshFiles } from './files/ssh-files.js';
import { RemoteLock } from './remote-lock.js';
import { remoteLockHolder } from './remote-lock-holder.js';
import { readRemoteMachine } from './remote-machine.js';
import { runRemoteCommand } from './run-remote-command.js';
import { type OpenSession, openSession, type SudoOptions } from './session/open-session.js';
import { SshNetwork } from './ssh-network.js';

/** Options of a host behind SSH. */
export interface SshHostOptions {
  /** Whether commands get the rights of root by sudo. @default the rights of the user of the connection */
  readonly sudo?: SudoOptions | undefined;
  /**
   * The file on the host that is locked by a run.
   * @default the same as that of a run on the host itself
   */
  readonly lockFile?: string | undefined;
  /** @default the name of the connection */
  readonly name?: string | undefined;
}

/**
 * A host behind an SSH connection. All that it needs there is a POSIX shell with coreutils and util-linux: a small
 * program on one channel serves all requests.
 */
export class SshHost implements Host {
  readonly name: string;
  readonly files: HostFiles;
  readonly network: HostNetwork;
  readonly #lockFile: string;
  readonly #lockFiles: readonly string[];
  #facts: Promise<Facts> | undefined;
  #setpriv: Promise<string | undefined> | undefined;
  #lock: RemoteLock | undefined;

  private constructor(
    private readonly connection: SshConnection,
    private readonly opened: OpenSession,
    { lockFile, name = connection.name }: SshHostOptions,
  ) {
    const { session, identity } = opened;
    this.name = name;
    this.files = new SshFiles({ session, self: identity });
    this.network = new SshNetwork(connection, this.files);
    this.#lockFile = lockFile ?? lockPath(identity.uid);
    this.#lockFiles = lockFile === undefined ? [...new Set([this.#lockFile, ROOT_LOCK])] : [lockFile];
  }

  /** Starts the program on a host. The connection belongs to the host from then on. */
  static async open(connection: SshConnection, options: SshHostOptions = {}): Promise<SshHost> {
    return new SshHost(connection, await openSession(connection, options.sudo), options);
  }

  get lost(): AbortSignal {
    return this.opened.session.lost;
  }

  facts(): Promise<Facts> {
    this.#facts ??= gatherFacts(this.files, readRemoteMachine(this.opened.session));
    return this.#facts;
  }

  async run(command: Command): Promise<CommandResult> {
    const { session, identity: self } = this.opened;
    const user = { uid: self.uid, gid: self.gid, name: self.user, home: self.home };
    const identity = await identityFor(this, command, user, () => this.#findSetpriv());
    return runRemoteCommand({ session, self }, command, identity, this.#lock?.record(command));
  }

  async lock(owner: string): Promise<RunLock | LockConflict> {
    const { session, identity } = this.opened;
    // A second lock of the same file by the same program would succeed.
    if (this.#lock?.isHeld === true) return { heldBy: this.#lock.owner };
    const lock = await RemoteLock.acquire(this, session, identity, this.#lockFile, owner);
    if (lock instanceof RemoteLock) this.#lock = lock;
    return lock;
  }

  /** A run of root also changes what the runs of other users read. */
  holder(): Promise<string | undefined> {
    return remoteLockHolder(this, this.#lockFiles);
  }

  async close(): Promise<void> {
    this.#facts = undefined;
    await this.opened.session.close();
    await this.connection.close();
  }

  #findSetpriv(): Promise<string | undefined> {
    this.#setpriv ??= this.files
      .status(SETPRIV)
      .then((found) =>
        SETPRIV.find((_, index) => found[index] !== undefined && !(found[index] instanceof Error)),
      );
    return this.#setpriv;
  }
}
