import type { Facts } from '../data/facts.js';
import type { Command, CommandResult } from './command.js';
import type { HostFiles } from './host-files.js';
import type { HostNetwork } from './host-network.js';
import type { LockConflict, RunLock } from './run-lock.js';

/**
 * A machine, or something that behaves as one: this one, one behind ssh, a simulated one. All of them pass the
 * conformance suite, `conformsToHost` of `glance-apply/testing`.
 */
export interface Host {
  /** How messages name it. */
  readonly name: string;
  readonly files: HostFiles;
  /** What can be reached from it. */
  readonly network: HostNetwork;
  /** Facts, gathered once and kept until the host is closed. */
  facts(): Promise<Facts>;
  /**
   * Runs a program to its end. A status other than 0, a signal, a timeout and a program that is not there are
   * results, not errors.
   */
  run(command: Command): Promise<CommandResult>;
  /**
   * Takes the host for a run that changes it, without waiting. There is one lock per host, whatever the run and its
   * state directory, and it is held until the last command of the run has ended, even where the run is killed.
   * @param owner names the holder to other runs, in one line
   */
  lock(owner: string): Promise<RunLock | LockConflict>;
  /**
   * Who changes the host now, in words that complete "another run is in progress: …";
   * undefined for nobody. Takes no lock, and needs no rights.
   */
  holder(): Promise<string | undefined>;
  /** Frees what the connection holds. */
  close(): Promise<void>;
}
