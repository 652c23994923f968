import { dirname } from 'node:path/posix';
import { HostError } from '../hosts/host-error.js';
import type { Access, HostFiles } from '../hosts/host-files.js';
import { resolveFile } from '../hosts/resolve-file.js';
import { FileLocks } from './file-locks.js';

/** Makes the new content out of the one that is there; undefined leaves the file as it is. */
export type Rewrite = (before: Buffer | undefined) => Buffer | string | undefined;

/** How a file is rewritten. */
export interface RewriteOptions {
  /** Owner and mode of a file that has to be made. @default root's or the user's, 0644 */
  readonly fresh?: Access | (() => Promise<Access>);
  /** Owner and mode of one that is there already. @default its own */
  readonly access?: Access;
  /** Whether what is replaced is kept in the state directory. @default true */
  readonly backup?: boolean;
}

/** What edits of files need of the run. */
interface EditContext {
  readonly files: HostFiles;
  backup(path: string, content: Buffer): Promise<unknown>;
  /** A file was written: what was read before is old. */
  changed(): void;
}

/**
 * The one place that edits files of the host: whoever changes a part of a file does it here, so that two edits of
 * one file, by whatever types and under whatever names, are made one after the other and none is lost.
 */
export class FileEdits {
  readonly #locks: FileLocks;

  constructor(private readonly context: EditContext) {
    this.#locks = new FileLocks(context.files);
  }

  /** Runs a task that has these files for itself. */
  exclusively<T>(paths: readonly string[], task: () => Promise<T>): Promise<T> {
    return this.#locks.hold(paths, task);
  }

  /** Rewrites a file in one step; gives whether anything was written. */
  rewrite(path: string, rewrite: Rewrite, options: RewriteOptions = {}): Promise<boolean> {
    return this.#locks.hold([path], async () => {
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
      await this.#needDirectory(path);
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

  async #needDirectory(path: string): Promise<void> {
    const directory = dirname(path);
    const [status] = await this.context.files.status([directory]);
    if (status !== undefined) return;
    throw new HostError(
      `cannot make ${path}: there is no directory ${directory}; install the package that brings it, or declare File[${directory}]`,
      'ENOENT',
      path,
    );
  }
}
