import { dirname } from 'node:path/posix';
import { HostError } from '../hosts/host-error.js';
import type { Access, HostFiles } from '../hosts/host-files.js';
import { resolveFile } from '../hosts/resolve-file.js';
import { FileLocks } from './file-locks.js';

/** Returns the new content for the present one (undefined if there is no file); undefined leaves the file unchanged. */
export type Rewrite = (before: Buffer | undefined) => Buffer | string | undefined;

/** The options of a rewrite. */
export interface RewriteOptions {
  /** Owner and mode of a file that is created. @default those of the running user, 0644 */
  readonly fresh?: Access | (() => Promise<Access>);
  /** Owner and mode of a file that exists. @default unchanged */
  readonly access?: Access;
  /** Whether the replaced content is backed up. @default true */
  readonly backup?: boolean;
}

/** The parts of a run that edits of files need. */
interface EditContext {
  readonly files: HostFiles;
  backup(path: string, content: Buffer): Promise<unknown>;
  /** Called when a file was written: what was read before is stale. */
  changed(): void;
}

/**
 * Edits files of the host. All changes of parts of files are made here, so that two edits of one file, by whatever types
 * and under whatever names, are made one after the other and none is lost.
 */
export class FileEdits {
  readonly #locks: FileLocks;

  constructor(private readonly context: EditContext) {
    this.#locks = new FileLocks(context.files);
  }

  /** Runs a task while nothing else edits these files. */
  exclusively<T>(paths: readonly string[], task: () => Promise<T>): Promise<T> {
    return this.#locks.runExclusively(paths, task);
  }

  /** Rewrites a file atomically. Returns whether anything was written. */
  rewrite(path: string, rewrite: Rewrite, options: RewriteOptions = {}): Promise<boolean> {
    return this.#locks.runExclusively([path], async () => {
      const real = await resolveFile(this.context.files, path);
      const release = await this.context.files.guard?.(real);
      try {
        return await this.#write(real, rewrite, options);
      } finally {
        release?.();
      }
    });
  }

  async #write(
    path: string,
    rewrite: Rewrite,
    { fresh = {}, access, backup = true }: RewriteOptions,
  ): Promise<boolean> {
    const { files } = this.context;
    const before = await this.#read(path);
    const after = rewrite(before);
    if (after === undefined || before?.equals(Buffer.from(after)) === true) return false;
    if (before === undefined) {
      await this.#requireDirectory(path);
      await files.write(path, after, typeof fresh === 'function' ? await fresh() : fresh);
    } else {
      if (backup) await this.context.backup(path, before);
      await files.write(path, after, access);
    }
    this.context.changed();
    return true;
  }

  async #read(path: string): Promise<Buffer | undefined> {
    const [content] = await this.context.files.read([path]);
    if (content instanceof Error) throw content;
    return content;
  }

  async #requireDirectory(path: string): Promise<void> {
    const directory = dirname(path);
    const [status] = await this.context.files.status([directory]);
    if (status !== undefined) return;
    throw new HostError(
      `cannot create ${path}: the directory ${directory} does not exist; install the package that contains it, or declare File[${directory}]`,
      'ENOENT',
      path,
    );
  }
}
