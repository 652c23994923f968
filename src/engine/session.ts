import type { CatalogResource } from '../catalog/catalog.js';
import type { Facts } from '../data/facts.js';
import type { Host } from '../hosts/host.js';
import type { Message } from './events.js';
import type { Rewrite, RewriteOptions } from './file-edits.js';

/** What is to be known of what is backed up. */
export interface BackupOptions {
  /** The content must not be shown: none of it is kept. @default false */
  readonly confidential?: boolean;
  /** The directory of the filebucket that keeps it. @default the state directory */
  readonly bucket?: string | undefined;
}

/** What a provider works with during one run. */
export interface Session {
  readonly host: Host;
  readonly facts: Facts;
  /** Where the host keeps what runs must remember; a provider may keep a folder of its own in it while it changes something. */
  readonly stateDirectory: string;
  /** Aborted when the run is interrupted for the first time: what has failed is not tried again. */
  readonly stop: AbortSignal;
  /** Aborted when the run is interrupted for the second time: commands must end. */
  readonly signal: AbortSignal;
  /** Whether this run only plans; a provider may then leave out what is expensive and only needed for a change. */
  readonly planning: boolean;
  /**
   * Reads something at most once, until something on the host changes: the package database, the accounts, a
   * token. Concurrent callers share one reading.
   */
  once<T>(key: string, read: () => Promise<T>): Promise<T>;
  /**
   * Opens something that the whole run shares, such as a connection to a server, and closes it when the run ends,
   * however it ends. Concurrent callers share one; a failed attempt is not cached.
   */
  shared<T>(key: string, open: () => Promise<T>, close: (opened: T) => Promise<void>): Promise<T>;
  /** Whether resources are read before their step: what does not exist yet may still be created, and is not waited for. */
  readonly ahead: boolean;
  /** Whether this run has changed something on the host so far: a service may only just have been started. */
  readonly changed: boolean;
  /** Reports the progress of a long change. */
  progress(text: string): void;
  /** Emits a message in the name of a resource. */
  message(reference: string, text: string, how?: Pick<Message, 'level' | 'bare'>): void;
  /**
   * Marks a value that was found on the host as a secret, before it is used: a password in an option file, a token.
   * From then on it is redacted in everything that the run prints and writes.
   */
  conceal(secret: unknown): void;
  /**
   * Warns about a resource that is applied nevertheless, once per run.
   * @param message Completes "Type[title]: …".
   */
  warn(reference: string, message: string, hint?: string): void;
  /**
   * Edits a file of the host: holds the lock of the real file, whatever links and names lead to it, reads it, keeps a
   * copy of what is replaced, and writes it in one step. A path that is a link is followed. `rewrite` must work from
   * the content that it is given, and from nothing that was read before: others may have edited the file since.
   * @returns whether anything was written.
   */
  rewrite(path: string, rewrite: Rewrite, options?: RewriteOptions): Promise<boolean>;
  /**
   * Runs a task while nothing else in this run edits these files: a tool that rewrites them itself, or several steps
   * that belong together. Inside it, these files may be rewritten, and no others.
   */
  exclusively<T>(paths: readonly string[], task: () => Promise<T>): Promise<T>;
  /**
   * Keeps a copy of what is about to be replaced or removed, by its checksum. What the run knows for a secret is
   * blanked in the copy, and what looks like one; what is private as a whole is noted down without its content.
   */
  backup(path: string, content: Buffer, options?: BackupOptions): Promise<void>;
  /** What is wanted of a resource of the catalog, by its type and title or name; undefined where there is none. */
  declared(type: string, title: string): CatalogResource['wanted'] | undefined;
  /** The names on the host of all resources of a type in the catalog, or of those that fulfil a condition. */
  managed(
    type: string,
    condition?: (resource: Pick<CatalogResource, 'wanted' | 'noop'>) => boolean,
  ): ReadonlySet<string>;
}
