import type { CommandResult } from './command.js';

/** A program that was started to stay, such as one that holds a lock. */
export interface Holding {
  /** The first line that it printed; undefined where it ended without one. */
  readonly line: string | undefined;
  /** How it ended, where it ended without a line. */
  readonly result: CommandResult | undefined;
  /** Closes its standard input, upon which it must end, and waits until it has. */
  release(): Promise<void>;
}
