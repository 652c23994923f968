import type { CatalogResource } from '../catalog/catalog.js';
import type { Facts } from '../data/facts.js';
import type { Host } from '../hosts/host.js';
import type { Message } from './events.js';
import type { Rewrite, RewriteOptions } from './file-edits.js';

/** The options of a backup. */
export interface BackupOptions {
  /** Whether the content is confidential: then only the path and the time are recorded. @default false */
  readonly confidential?: boolean;
  /** The directory of the filebucket to store it in. @default the state directory */
  readonly bucket?: string | undefined;
}

/** What a provider works with during one run. */
export interface Session {
  readonly host: Host;
  readonly facts: Facts;
  /** The state directory of the host; a provider may create a folder in it while it changes something. */
  readonly stateDirectory: string;
  /** Aborted when the run is interrupted for the first time: a failed attempt is not repeated. */
  readonly stop: AbortSignal;
  /** Aborted when the run is interrupted for the second time: commands must end. */
  readonly signal: AbortSignal;
  /** Whether this run only plans; a provider may then omit what is expensive and only needed for a change. */
  readonly planning: boolean;
  /**
   * Reads something at most once until something on the host changes: the package database, the accounts, a token.
   * Concurrent callers share one result.
   */
  once<T>(key: string, read: () => Promise<T>): Promise<T>;
  /**
   * Opens something that the whole run shares, such as a connection to a server, and closes it when the run ends for
   * whatever reason. Concurrent callers share one; a failed attempt is not cached.
   */
  shared<T>(key: string, open: () => Promise<T>, close: (opened: T) => Promise<void>): Promise<T>;
  /** Whether resources are prefetched: what does not exist yet may still be created, and must not be waited for. */
  readonly prefetching: boolean;
  /** Whether this run has changed something on the host so far, so that a service may just have been started. */
  readonly changed: boolean;
  /** Reports the progress of a long change. */
  progress(text: string): void;
  /** Emits a message about a resource. */
  message(reference: string, text: string, how?: Pick<Message, 'level' | 'bare'>): void;
  /**
   * Marks a value from the host as a secret, before it is used: a password in an option file, a token. From then on it is
   * redacted in everything that the run prints and stores.
   */
  conceal(secret: unknown): void;
  /**
   * Warns about a resource that is applied nevertheless; the same warning is emitted once per run.
   * @param message Completes "Type[title]: …".
   */
  warn(reference: string, message: string, hint?: string): void;
  /**
   * Edits a file of the host: locks the real file, whatever links and names lead to it, reads it, backs it up, and
   * replaces it atomically. A path that is a link is followed. `rewrite` must use the content that it receives and
   * nothing that was read before, because the file may have been edited since.
   * @returns Whether anything was written.
   */
  rewrite(path: string, rewrite: Rewrite, options?: RewriteOptions): Promise<boolean>;
  /**
   * Runs a task while nothing else in this run edits these files: for a tool that rewrites them itself, or several steps
   * that belong together. Inside the task, only these files may be rewritten.
   */
  exclusively<T>(paths: readonly string[], task: () => Promise<T>): Promise<T>;
  /**
   * Backs up content that is about to be replaced or removed, under its checksum. Known secrets are redacted in the
   * backup, and what looks like a secret; of confidential content, only the path and the time are recorded.
   */
  backup(path: string, content: Buffer, options?: BackupOptions): Promise<void>;
  /** Returns the desired state of a resource in the catalog, by its type and title or name; undefined if there is none. */
  declared(type: string, title: string): CatalogResource['desired'] | undefined;
  /** Returns the names on the host of all resources of a type in the catalog, or of those that satisfy a condition. */
  managed(
    type: string,
    condition?: (resource: Pick<CatalogResource, 'desired' | 'noop'>) => boolean,
  ): ReadonlySet<string>;
}
