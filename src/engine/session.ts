import type { Facts } from '../data/facts.js';
import type { Host } from '../hosts/host.js';

/** What a provider works with during one run. */
export interface Session {
  readonly host: Host;
  readonly facts: Facts;
  /** Aborted when the run is interrupted for the second time: commands must end. */
  readonly signal: AbortSignal;
  /** Whether this run only plans; a provider may then leave out what is dear and serves a change alone. */
  readonly planning: boolean;
  /**
   * Reads something at most once, until something on the host changes: the package database, the accounts, a
   * token. Concurrent callers share one reading.
   */
  once<T>(key: string, read: () => Promise<T>): Promise<T>;
  /** Says what a long change is doing, for progress. */
  progress(text: string): void;
  /** Says something in the run's log, in a resource's name. */
  message(reference: string, text: string): void;
  /**
   * Keeps a copy of what is about to be replaced or removed, by its checksum; gives the checksum. Secrets that
   * the run knows are blanked in the copy.
   */
  backup(path: string, content: Buffer): Promise<string>;
  /** The names on the host of all resources of a type in the catalog. */
  managed(type: string): ReadonlySet<string>;
}
