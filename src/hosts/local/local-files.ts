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
import { codeOf, isMissing, refusal, refuse } from '../refusal.js';
import { temporaryName } from '../temporary-name.js';
import { hasLockFile, lockAccountFile } from './account-file-lock.js';
import { content } from './content.js';
import { inTurns } from './in-turns.js';
import { Leftovers } from './leftovers.js';
import { listDirectory } from './list-directory.js';
import { look, lookAt, placeUnlessMissing } from './look.js';
import { makeEntry } from './make-entry.js';
import { PathWalk } from './paths/path-walk.js';
import { Place } from './paths/place.js';
import { removeTree } from './paths/remove-tree.js';
import { refuseSharedFile } from './paths/shared-file.js';
import { realFile } from './real-file.js';
import { replaceFile, syncDirectory } from './replace-file.js';
import { setAccess, setAccessOfNew, setOwnerOfNewLink } from './set-access.js';
import { streamFile } from './stream-file.js';

/** Most files of a host fit into it. */
const SCRATCH_SIZE = 64 * 1024;

/** A pipe that nobody reads is refused rather than waited for. */
const APPEND =
  constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The files of this machine. Each step walks to them by open directories, as `PathWalk` does. */
export class LocalFiles implements HostFiles {
  readonly #leftovers = new Leftovers();

  status(paths: readonly string[], options?: PathOptions): Promise<(FileStatus | undefined | Error)[]> {
    return walking(options, (walk) => inTurns(paths, (path) => look(path, walk)));
  }

  resolve(paths: readonly string[], options?: PathOptions): Promise<(RealFile | Error)[]> {
    return walking(options, (walk) => inTurns(paths, (path) => realFile(path, walk)));
  }

  read(paths: readonly string[], options?: PathOptions): Promise<(Buffer | undefined | Error)[]> {
    const scratch = Buffer.allocUnsafeSlow(SCRATCH_SIZE);
    return walking(options, (walk) => inTurns(paths, (path) => content(path, walk, scratch)));
  }

  stream(path: string, options?: PathOptions): Promise<FileStream | undefined> {
    return attempt('read', path, options, (walk) => streamFile(path, walk));
  }

  list(path: string, options?: PathOptions): Promise<string[] | undefined> {
    return attempt('list', path, options, (walk) => {
      try {
        return listDirectory(walk.directory(path));
      } catch (error) {
        // Below a file there is nothing; the file itself is no directory.
        if (isMissing(error) && look(path, walk) === undefined) return undefined;
        throw error;
      }
    });
  }

  async write(path: string, text: FileContent, options: WriteOptions = {}): Promise<void> {
    try {
      await attempt('write', path, options, (walk) => {
        const place = walk.place(path);
        this.#leftovers.remove(place);
        return replaceFile(place, path, text, options);
      });
    } finally {
      // Where nothing could be written, nobody has read it.
      if (text instanceof Readable) text.destroy();
    }
  }

  guard(path: string): Promise<(() => void) | undefined> {
    return attempt('lock', path, {}, () => (hasLockFile(path) ? lockAccountFile(path) : undefined));
  }

  makeDirectory(path: string, access: Access = {}, options?: PathOptions): Promise<void> {
    return attempt('make', path, options, async (walk) => {
      const place = walk.place(path);
      await makeEntry('make', path, () => mkdirSync(place.at, { mode: 0o700 }));
      try {
        await setAccessOfNew(place, { ...access, mode: access.mode ?? 0o755 });
      } catch (error) {
        rmdirSync(place.at);
        throw error;
      }
    });
  }

  link(path: string, target: string, options?: PathOptions): Promise<void> {
    return attempt('link', path, options, async (walk) => {
      const place = walk.place(path);
      this.#leftovers.remove(place);
      const before = lookAt(place);
      if (before === undefined) return makeEntry('link', path, () => symlinkSync(target, place.at));
      if (before.kind !== 'link' && before.kind !== 'file') refuse('link', path, 'EEXIST');
      if (before.target === target) return;
      const temporary = temporaryName(place.at);
      await makeEntry('link', path, () => symlinkSync(target, temporary));
      try {
        if (before.kind === 'link')
          setOwnerOfNewLink(new Place(place.directory, basename(temporary)), before);
        await rename(temporary, place.at);
      } catch (error) {
        unlinkSync(temporary);
        throw error;
      }
    });
  }

  remove(path: string, options: RemoveOptions = {}): Promise<void> {
    return attempt('remove', path, options, (walk) => {
      const place = placeUnlessMissing(path, walk);
      if (place === undefined) return;
      this.#leftovers.remove(place);
      removeEntry(place, path, options);
    });
  }

  setAccess(path: string, access: Access, options?: PathOptions): Promise<void> {
    return attempt('change the permissions of', path, options, (walk) => setAccess(walk.place(path), access));
  }

  append(path: string, text: string): Promise<void> {
    return attempt('append to', path, {}, async (walk) => {
      const place = walk.place(path);
      const isNew = lookAt(place) === undefined;
      const file = await open(place.at, APPEND, 0o600);
      try {
        const stats = await file.stat();
        if (!stats.isFile()) refuse('append to', path, 'ENOTSUP');
        refuseSharedFile('append to', place, stats);
        await file.writeFile(text);
        await file.datasync();
      } finally {
        await file.close();
      }
      if (isNew) await syncDirectory(place.directory);
    });
  }
}

/** Removes what is at a place, which messages call by its path; nothing there is no error. */
function removeEntry(place: Place, path: string, { recursive, empty }: RemoveOptions): void {
  const before = lookAt(place);
  if (before === undefined) return;
  try {
    if (before.kind !== 'directory') unlinkSync(place.at);
    else if (empty === true) rmdirSync(place.at);
    else if (recursive === true) removeTree(place, path);
    else refuse('remove', path, 'EISDIR');
  } catch (error) {
    // Somebody was quicker.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** Walks for one step, and lets go of all that it held. */
async function walking<T>({ links }: PathOptions = {}, act: (walk: PathWalk) => T | Promise<T>): Promise<T> {
  const walk = new PathWalk(links);
  try {
    return await act(walk);
  } finally {
    walk.close();
  }
}

/** Does something to a file, and puts a refusal into words. */
async function attempt<T>(
  doing: string,
  path: string,
  options: PathOptions | undefined,
  act: (walk: PathWalk) => T | Promise<T>,
): Promise<T> {
  try {
    return await walking(options, act);
  } catch (error) {
    throw refusal(doing, path, error);
  }
}
