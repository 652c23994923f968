import type { Facts } from '../data/facts.js';
import type { Command, CommandResult } from './command.js';
import type { HostFiles } from './host-files.js';
import type { HostNetwork } from './host-network.js';
import type { LockConflict, RunLock } from './run-lock.js';

/**
 * A machine, or something that behaves like one: this machine, one behind SSH, a simulated one. All of them pass the
 * conformance suite, `conformsToHost` of `glance-apply/testing`.
 */
export interface Host {
  /** The name of the host in messages. */
  readonly name: string;
  readonly files: HostFiles;
  /** Network access from this host. */
  readonly network: HostNetwork;
  /** Aborted when the connection to the host is lost; the reason is an `Error` that says how. @default never aborted */
  readonly lost?: AbortSignal;
  /** Returns the facts, which are gathered once and kept until the host is closed. */
  facts(): Promise<Facts>;
  /**
   * Runs a program to its end. A status other than 0, a signal, a timeout and a missing program are results, not
   * errors.
   */
  run(command: Command): Promise<CommandResult>;
  /**
   * Acquires the lock of the host for a run that changes it, without waiting. There is one lock per host, whatever the
   * run and its state directory, and it is held until the last command of the run has ended, even if the run is killed.
   * @param owner The name of the holder for other runs, in one line.
   */
  lock(owner: string): Promise<RunLock | LockConflict>;
  /**
   * Describes the run that is changing the host, completing the sentence "another run is in progress: …"; undefined if
   * there is none. Acquires no lock, and needs no rights.
   */
  holder(): Promise<string | undefined>;
  /** Releases the resources of the connection. */
  close(): Promise<void>;
}
