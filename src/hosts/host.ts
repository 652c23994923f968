import type { Facts } from '../data/facts.js';
import type { Command, CommandResult } from './command.js';
import type { Holding } from './holding.js';
import type { HostFiles } from './host-files.js';
import type { HostNetwork } from './host-network.js';

/**
 * A machine, or something that behaves as one: this one, one behind ssh, a simulated one. All of them run the
 * conformance suite of `spec/hosts/conformance.ts`.
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
   * Starts a program that stays until its standard input is closed, be it by the death of this process, and waits
   * for its first line of output. `input` is written at once, and leaves the standard input open.
   */
  hold(argv: Command['argv'], input: string): Promise<Holding>;
  /** Frees what the connection holds. */
  close(): Promise<void>;
}
