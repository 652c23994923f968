import { constants, lchownSync, mkdirSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import type {
  Access,
  FileContent,
  FileStatus,
  FileStream,
  HostFiles,
  RealFile,
  RemoveOptions,
  WriteAccess,
} from '../host-files.js';
import { codeOf, refusal, refuse } from '../refusal.js';
import { temporaryName } from '../temporary-name.js';
import { hasLockFile, lockAccountFile } from './account-file-lock.js';
import { content } from './content.js';
import { inTurns } from './in-turns.js';
import { Leftovers } from './leftovers.js';
import { listDirectory } from './list-directory.js';
import { look, mustLook } from './look.js';
import { makeEntry } from './make-entry.js';
import { inRealDirectory } from './real-directory.js';
import { type KnownDirectories, realFile } from './real-file.js';
import { removeTree } from './remove-tree.js';
import { replaceFile, syncDirectory } from './replace-file.js';
import { setAccess } from './set-access.js';
import { streamFile } from './stream-file.js';

/** Most files of a host fit into it. */
const SCRATCH_SIZE = 64 * 1024;

/** A pipe that nobody reads is refused rather than waited for. */
const APPEND =
  constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The files of this machine. */
export class LocalFiles implements HostFiles {
  readonly #leftovers = new Leftovers();

  status(paths: readonly string[]): Promise<(FileStatus | undefined | Error)[]> {
    return inTurns(paths, look);
  }

  resolve(paths: readonly string[]): Promise<(RealFile | Error)[]> {
    const known: KnownDirectories = new Map();
    return inTurns(paths, (path) => realFile(path, known));
  }

  read(paths: readonly string[]): Promise<(Buffer | undefined | Error)[]> {
    const scratch = Buffer.allocUnsafeSlow(SCRATCH_SIZE);
    return inTurns(paths, (path) => content(path, scratch));
  }

  stream(path: string): Promise<FileStream | undefined> {
    return attempt('read', path, () => streamFile(path));
  }

  async list(path: string): Promise<string[] | undefined> {
    try {
      return listDirectory(path);
    } catch (error) {
      // Below a file there is nothing; the file itself is no directory.
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '') && look(path) === undefined) return undefined;
      throw refusal('list', path, error);
    }
  }

  async write(path: string, text: FileContent, access: WriteAccess = {}): Promise<void> {
    try {
      await attempt('write', path, () => {
        this.#leftovers.remove(path);
        return replaceFile(path, text, access);
      });
    } finally {
      // Where nothing could be written, nobody has read it.
      if (text instanceof Readable) text.destroy();
    }
  }

  guard(path: string): Promise<(() => void) | undefined> {
    return attempt('lock', path, () => (hasLockFile(path) ? lockAccountFile(path) : undefined));
  }

  makeDirectory(path: string, access: Access = {}): Promise<void> {
    return attempt('make', path, async () => {
      await makeEntry('make', path, () => mkdirSync(path, { mode: 0o700 }));
      try {
        setAccess(path, { ...access, mode: access.mode ?? 0o755 });
      } catch (error) {
        rmdirSync(path);
        throw error;
      }
    });
  }

  link(path: string, target: string): Promise<void> {
    return attempt('link', path, async () => {
      this.#leftovers.remove(path);
      const before = mustLook(path);
      if (before === undefined) return makeEntry('link', path, () => symlinkSync(target, path));
      if (before.kind !== 'link' && before.kind !== 'file') refuse('link', path, 'EEXIST');
      if (before.target === target) return;
      const temporary = temporaryName(path);
      await makeEntry('link', path, () => symlinkSync(target, temporary));
      try {
        if (before.kind === 'link') lchownSync(temporary, before.uid, before.gid);
        await rename(temporary, path);
      } catch (error) {
        unlinkSync(temporary);
        throw error;
      }
    });
  }

  remove(path: string, options: RemoveOptions = {}): Promise<void> {
    return attempt('remove', path, () => {
      if (options.strict === true) {
        inRealDirectory(dirname(path), (at) => removeEntry(`${at}/${basename(path)}`, path, options));
        return;
      }
      this.#leftovers.remove(path);
      removeEntry(path, path, options);
    });
  }

  setAccess(path: string, access: Access, { strict = false } = {}): Promise<void> {
    const doing = 'change the permissions of';
    return attempt(doing, path, () => {
      if (!strict) return setAccess(path, access);
      const change = (place: string) => setAccess(`${place}/${basename(path)}`, access) ?? true;
      if (inRealDirectory(dirname(path), change) === undefined) refuse(doing, path, 'ENOENT');
    });
  }

  append(path: string, text: string): Promise<void> {
    return attempt('append to', path, async () => {
      const isNew = mustLook(path) === undefined;
      const file = await open(path, APPEND, 0o600);
      try {
        if (!(await file.stat()).isFile()) refuse('append to', path, 'ENOTSUP');
        await file.writeFile(text);
        await file.datasync();
      } finally {
        await file.close();
      }
      if (isNew) await syncDirectory(dirname(path));
    });
  }
}

/** Removes what is at a place, which messages call by its path; nothing there is no error. */
function removeEntry(place: string, path: string, { recursive, empty }: RemoveOptions): void {
  const before = mustLook(place);
  if (before === undefined) return;
  try {
    if (before.kind !== 'directory') unlinkSync(place);
    else if (empty === true) rmdirSync(place);
    else if (recursive === true) removeTree(place, path);
    else refuse('remove', path, 'EISDIR');
  } catch (error) {
    // Somebody was quicker.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** Does something to a file, and puts a refusal into words. */
async function attempt<T>(doing: string, path: string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw refusal(doing, path, error);
  }
}
