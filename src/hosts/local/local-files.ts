import { constants, mkdirSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type {
  Access,
  FileContent,
  FileStatus,
  FileStream,
  HostFiles,
  PathOptions,
  RealFile,
  RemoveOptions,
  WriteOptions,
} from '../host-files.js';
import { DirectoryEntry } from '../paths/directory-entry.js';
import { refuseHardLinkedFile } from '../paths/hard-linked-file.js';
import { codeOf, isNotFound, throwHostError, toHostError } from '../system-error.js';
import { temporaryName } from '../temporary-name.js';
import { hasLockFile, lockAccountFile } from './account-file-lock.js';
import { createEntry } from './create-entry.js';
import { listDirectory } from './list-directory.js';
import { mapInSlices } from './map-in-slices.js';
import type { OpenDirectory } from './paths/open-directory.js';
import { PathWalk } from './paths/path-walk.js';
import { removeTree } from './paths/remove-tree.js';
import { readContent } from './read-content.js';
import { replaceFile, syncDirectory } from './replace-file.js';
import { resolvePath } from './resolve-path.js';
import { setAccess, setAccessOfNewDirectory, setOwnerOfNewLink } from './set-access.js';
import { StaleTemporaryFiles } from './stale-temporary-files.js';
import { findEntry, readStatus, statEntry } from './stat.js';
import { streamFile } from './stream-file.js';

/** Most files of a host fit into it. */
const SCRATCH_SIZE = 64 * 1024;

/** A pipe without a reader is refused instead of waited for. */
const APPEND =
  constants.O_WRONLY |
  constants.O_APPEND |
  constants.O_CREAT |
  constants.O_NOFOLLOW |
  constants.O_NONBLOCK |
  constants.O_NOCTTY;

/** The files of this machine. Each operation follows its paths through open directories, as `PathWalk` does. */
export class LocalFiles implements HostFiles {
  readonly #staleFiles = new StaleTemporaryFiles();

  status(paths: readonly string[], options?: PathOptions): Promise<(FileStatus | undefined | Error)[]> {
    return walking(options, (walk) => mapInSlices(paths, (path) => readStatus(path, walk)));
  }

  resolve(paths: readonly string[], options?: PathOptions): Promise<(RealFile | Error)[]> {
    return walking(options, (walk) => mapInSlices(paths, (path) => resolvePath(path, walk)));
  }

  read(paths: readonly string[], options?: PathOptions): Promise<(Buffer | undefined | Error)[]> {
    const scratch = Buffer.allocUnsafeSlow(SCRATCH_SIZE);
    return walking(options, (walk) => mapInSlices(paths, (path) => readContent(path, walk, scratch)));
  }

  stream(path: string, options?: PathOptions): Promise<FileStream | undefined> {
    return attempt('read', path, options, (walk) => streamFile(path, walk));
  }

  list(path: string, options?: PathOptions): Promise<string[] | undefined> {
    return attempt('list', path, options, (walk) => {
      try {
        return listDirectory(walk.directory(path));
      } catch (error) {
        // Nothing exists below a file; the file itself is not a directory.
        if (isNotFound(error) && readStatus(path, walk) === undefined) return undefined;
        throw error;
      }
    });
  }

  async write(path: string, text: FileContent, options: WriteOptions = {}): Promise<void> {
    try {
      await attempt('write', path, options, (walk) => {
        const entry = walk.entry(path);
        this.#staleFiles.remove(entry);
        return replaceFile(entry, path, text, options);
      });
    } finally {
      // If nothing could be written, the stream has not been read.
      if (text instanceof Readable) text.destroy();
    }
  }

  guard(path: string): Promise<(() => void) | undefined> {
    return attempt('lock', path, {}, () => (hasLockFile(path) ? lockAccountFile(path) : undefined));
  }

  makeDirectory(path: string, access: Access = {}, options?: PathOptions): Promise<void> {
    return attempt('make', path, options, async (walk) => {
      const entry = walk.entry(path);
      await createEntry('make', path, () => mkdirSync(entry.procPath, { mode: 0o700 }));
      try {
        await setAccessOfNewDirectory(entry, { ...access, mode: access.mode ?? 0o755 });
      } catch (error) {
        rmdirSync(entry.procPath);
        throw error;
      }
    });
  }

  link(path: string, target: string, options?: PathOptions): Promise<void> {
    return attempt('link', path, options, async (walk) => {
      const entry = walk.entry(path);
      this.#staleFiles.remove(entry);
      const before = statEntry(entry);
      if (before === undefined) return createEntry('link', path, () => symlinkSync(target, entry.procPath));
      if (before.kind !== 'link' && before.kind !== 'file') throwHostError('link', path, 'EEXIST');
      if (before.target === target) return;
      const temporary = temporaryName(entry.procPath);
      await createEntry('link', path, () => symlinkSync(target, temporary));
      try {
        if (before.kind === 'link')
          await setOwnerOfNewLink(new DirectoryEntry(entry.directory, basename(temporary)), before);
        await rename(temporary, entry.procPath);
      } catch (error) {
        unlinkSync(temporary);
        throw error;
      }
    });
  }

  remove(path: string, options: RemoveOptions = {}): Promise<void> {
    return attempt('remove', path, options, (walk) => {
      const entry = findEntry(path, walk);
      if (entry === undefined) return;
      this.#staleFiles.remove(entry);
      removeEntry(entry, path, options);
    });
  }

  setAccess(path: string, access: Access, options?: PathOptions): Promise<void> {
    return attempt('change the permissions of', path, options, (walk) => setAccess(walk.entry(path), access));
  }

  append(path: string, text: string): Promise<void> {
    return attempt('append to', path, {}, async (walk) => {
      const entry = walk.entry(path);
      const isNew = statEntry(entry) === undefined;
      const file = await open(entry.procPath, APPEND, 0o600);
      try {
        const stats = await file.stat();
        if (!stats.isFile()) throwHostError('append to', path, 'ENOTSUP');
        refuseHardLinkedFile('append to', entry, stats);
        await file.writeFile(text);
        await file.datasync();
      } finally {
        await file.close();
      }
      if (isNew) await syncDirectory(entry.directory);
    });
  }
}

/** Removes an entry, which messages refer to by its path; a missing entry is not an error. */
function removeEntry(
  entry: DirectoryEntry<OpenDirectory>,
  path: string,
  { recursive, empty }: RemoveOptions,
): void {
  const before = statEntry(entry);
  if (before === undefined) return;
  try {
    if (before.kind !== 'directory') unlinkSync(entry.procPath);
    else if (empty === true) rmdirSync(entry.procPath);
    else if (recursive === true) removeTree(entry, path);
    else throwHostError('remove', path, 'EISDIR');
  } catch (error) {
    // Another process has removed it first.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** Runs an operation with a walk, and closes all directories that the walk has opened. */
async function walking<T>({ links }: PathOptions = {}, act: (walk: PathWalk) => T | Promise<T>): Promise<T> {
  const walk = new PathWalk(links);
  try {
    return await act(walk);
  } finally {
    walk.close();
  }
}

/** Runs an operation on a file, and adds an explanation to system errors. */
async function attempt<T>(
  doing: string,
  path: string,
  options: PathOptions | undefined,
  act: (walk: PathWalk) => T | Promise<T>,
): Promise<T> {
  try {
    return await walking(options, act);
  } catch (error) {
    throw toHostError(doing, path, error);
  }
}
